"""What every button of an order has in common: ask first, call one service, say its typed no."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from unfold.forms import BaseDialogForm

from localization.refusals import Refusal


def ask(title: str | Promise, form: type[BaseDialogForm] = BaseDialogForm) -> dict[str, Any]:
    """A dialog before a button acts: the act itself is a POST with a CSRF token, never a link."""
    return {"title": title, "description": "", "form_class": form, "form_submit_text": title}


def press(request: HttpRequest, service: Callable[[], object], back: str) -> HttpResponse:
    """Call the service and tell the outcome on the page it leads back to."""
    try:
        service()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done."))
    return HttpResponse(headers={"HX-Redirect": back})
