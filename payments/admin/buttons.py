"""What every button of a payment has in common: ask first, call one service, say its typed no."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action
from unfold.forms import BaseDialogForm

from localization.outside import Misread, Refused, Unavailable
from localization.refusals import Refusal


def button(
    title: str | Promise, form: type[Any] = BaseDialogForm
) -> Callable[[Callable[..., HttpResponse]], Any]:
    """A button that asks before it acts: the act itself is a POST with a CSRF token, never a link."""
    dialog = {"title": title, "description": "", "form_class": form, "form_submit_text": title}
    decorate: Callable[..., Any] = action(description=title, permissions=("operate",), dialog=dialog)
    return decorate


def press(request: HttpRequest, service: Callable[[], object], back: str) -> HttpResponse:
    """Call the service, tell the outcome on the page it leads back to."""
    try:
        service()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    except (Unavailable, Refused, Misread) as error:
        messages.error(
            request, _("The payment provider did not answer as expected: %(error)s") % {"error": error}
        )
    else:
        messages.success(request, _("Done."))
    return HttpResponse(headers={"HX-Redirect": back})


def page_of_payment(payment_id: int) -> str:
    """A payment's page in the back office."""
    return reverse("admin:payments_payment_change", args=[payment_id])
