"""Tax registrations in the back office: the operators', masked; added by a form, ended by a button."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from localization import clock
from localization.admin.scoped import ScopedAdmin
from localization.refusals import Refusal
from logistics.models import Registration
from logistics.refusals import BadRegistration
from logistics.registration_numbers import SCHEMES, checked_number
from logistics.services.add_registration import add_registration
from logistics.services.end_registration import end_registration
from logistics.values import RegistrationSheet

_TYPED = ("code", "holder", "number", "authority", "valid_from", "valid_to")


class RegistrationForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What is asked of a new registration. The number is typed once and never shown in full again."""

    code = forms.ChoiceField(
        label=_("Scheme"),
        choices=[(code, code) for code in SCHEMES],
        widget=UnfoldAdminSelectWidget,
    )
    holder = forms.CharField(
        label=_("Merchant"),
        required=False,
        max_length=64,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("The merchant's code; empty for the shop itself."),
    )
    number = forms.CharField(
        label=_("Number"), max_length=40, widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "off"})
    )

    class Meta:
        model = Registration
        fields = _TYPED

    def clean(self) -> dict[str, Any]:
        """Refuse what is no number of the scheme, in the words of the rule itself."""
        data = super().clean() or {}
        if {"code", "number"} <= data.keys():
            try:
                checked_number(data["code"], data["number"])
            except BadRegistration as refusal:
                self.add_error("number", str(refusal))
        return data

    def _get_validation_exclusions(self) -> set[str]:
        """What the table's constraints hold is the service's to refuse: it names the other registration."""
        return {*super()._get_validation_exclusions(), *_TYPED}  # type: ignore[misc]  # the stubs lack it

    def sheet(self) -> RegistrationSheet:
        """What was typed, as the value the service takes."""
        return RegistrationSheet(**{name: self.cleaned_data[name] for name in _TYPED})


@admin.register(Registration)
class RegistrationAdmin(ScopedAdmin):
    """Registrations by scheme, the newest first."""

    merchant_path = None
    list_display = ("code", "shown", "holder", "authority", "valid_from", "valid_to")
    list_filter = ("code",)
    search_fields = ("code", "holder")
    actions = ("end_today",)

    def get_form(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """A form only for a new registration; what is stored is shown, not edited."""
        if obj is None:
            options["form"] = RegistrationForm
        return super().get_form(request, obj, **options)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Of a stored one everything but the sealed number."""
        if obj is None:
            return _TYPED
        return (
            *("code", "shown", "holder", "authority", "valid_from", "valid_to"),
            *("added_by", "added_at", "ended_by", "ended_at"),
        )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Most registrations are entered on the day they begin."""
        return {"valid_from": clock.today()}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Orders of the past were declared under it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Likewise."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Hand the typed registration to the service; the row that Django would log holds no number."""
        obj.pk = add_registration(form.sheet(), actor=str(request.user))
        obj.refresh_from_db()

    @admin.action(description=_("End today"), permissions=["operate"])
    def end_today(self, request: HttpRequest, registrations: QuerySet[Registration]) -> None:
        """The scheme is used today for the last time."""
        for registration in registrations:
            try:
                end_registration(registration.pk, last_day=clock.today(), actor=str(request.user))
            except Refusal as refusal:
                self.message_user(request, f"{registration}: {refusal}", messages.ERROR)
            else:
                done = _("%(registration)s ends today.") % {"registration": registration}
                self.message_user(request, done, messages.SUCCESS)
