"""Exchange rates in the back office: read-only, with buttons for held rates and a form for a rate set by hand."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.widgets import UnfoldAdminTextInputWidget

from localization import clock
from localization.admin.history import HistoryRows
from localization.admin.scoped import ScopedAdmin
from localization.lifecycle import MoveNotAllowed
from localization.manual_rates import BadRate, ManualRate
from localization.models import ExchangeRate, ExchangeRateHistory
from localization.services.approve_rate import approve_rate
from localization.services.dismiss_rate import dismiss_rate
from localization.services.set_manual_rate import set_manual_rate


class ManualRateForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What one euro buys, since which day, and why a person says so."""

    reason = forms.CharField(label=_("Reason"), max_length=120, widget=UnfoldAdminTextInputWidget)

    class Meta:
        model = ExchangeRate
        fields = ("currency", "day", "rate")

    def clean(self) -> dict[str, Any]:
        """Refuse what is no rate, in the words of the rule itself."""
        data = super().clean() or {}
        if {"currency", "day", "rate"} <= data.keys():
            try:
                self.wish(actor="")
            except BadRate as refusal:
                self.add_error("rate", str(refusal))
        return data

    def wish(self, *, actor: str) -> ManualRate:
        """The rate that was typed, as the value the service takes."""
        typed = self.cleaned_data
        return ManualRate(
            currency=typed["currency"],
            rate=typed["rate"],
            day=typed["day"],
            actor=actor,
            reason=typed.get("reason", ""),
        )


class DecisionRows(HistoryRows):
    """Who decided what about a rate."""

    model = ExchangeRateHistory


@admin.register(ExchangeRate)
class ExchangeRateAdmin(ScopedAdmin):
    """Rates by day and provider; a held one waits here for a person."""

    merchant_path = None
    list_display = ("day", "currency", "rate", "provider", "state", "source")
    list_filter = ("state", "provider", "currency")
    search_fields = ("currency",)
    date_hierarchy = "day"
    inlines = (DecisionRows,)
    actions = ("put_into_use", "dismiss")

    def get_form(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """A form only for a new rate; what is stored is shown, not edited."""
        if obj is None:
            options["form"] = ManualRateForm
        return super().get_form(request, obj, **options)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The provider is ours to know for a rate set by hand."""
        if obj is None:
            return ("currency", "day", "rate", "reason")
        return ("day", "currency", "rate", "provider", "source", "state")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Most rates are set for today."""
        return {"day": clock.today()}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A published rate is a fact."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Quotes and orders name the rate they were made with."""
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Who may decide on held rates: operators with the right to change rates."""
        return request.user.has_perm("localization.change_exchangerate")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Hand the typed rate to the service."""
        obj.pk = set_manual_rate(form.wish(actor=str(request.user)))

    @admin.action(description=_("Put the held rates into use"), permissions=["decide"])
    def put_into_use(self, request: HttpRequest, rates: QuerySet[ExchangeRate]) -> None:
        """The jump is true."""
        self._decide(request, rates, approve_rate)

    @admin.action(description=_("Dismiss the held rates"), permissions=["decide"])
    def dismiss(self, request: HttpRequest, rates: QuerySet[ExchangeRate]) -> None:
        """The jump is a fault of the feed."""
        self._decide(request, rates, dismiss_rate)

    def _decide(
        self, request: HttpRequest, rates: QuerySet[ExchangeRate], service: Callable[..., None]
    ) -> None:
        decided = 0
        for rate in rates:
            try:
                service(rate_id=rate.pk, actor=str(request.user))
            except MoveNotAllowed as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                decided += 1
        done = ngettext("%(count)s rate was decided.", "%(count)s rates were decided.", decided)
        self.message_user(request, done % {"count": decided}, messages.SUCCESS)
