"""Work that fails: what, since when and why, and the button that sends it on its way again."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from localization.admin.scoped import ReadOnlyAdmin
from payments.admin.buttons import button, press
from payments.models import Setback
from payments.services.resume_work import resume_work


@admin.register(Setback)
class SetbackAdmin(ReadOnlyAdmin):
    """Failing work, newest first; what is parked needs a person."""

    merchant_path = None
    list_display = ("work", "payment", "problem", "faults", "since", "run_after", "parked_at")
    list_filter = (("parked_at", admin.EmptyFieldListFilter), "work")
    list_select_related = ("payment",)
    search_fields = ("payment__reference", "problem")
    fields = ("work", "payment", "problem", "faults", "since", "run_after", "parked_at")
    actions_detail = ("try_again",)

    @button(_("Try again"))
    def try_again(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Somebody looked at it."""
        setback: Setback | None = self.get_object(request, object_id)
        if setback is None:
            raise Http404
        resume = partial(resume_work, setback_id=setback.pk, actor=str(request.user))
        return press(request, resume, reverse("admin:payments_setback_changelist"))
