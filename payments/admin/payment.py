"""Payments: where each is, why, and the buttons an operator may press."""

import secrets
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from moneyed import Money
from unfold.forms import BaseDialogForm
from unfold.widgets import UnfoldAdminDecimalFieldWidget, UnfoldAdminTextInputWidget

from localization.admin.scoped import ReadOnlyAdmin
from localization.templatetags.localized import money
from payments.admin.amounts import AmountColumn
from payments.admin.buttons import button, page_of_payment, press
from payments.admin.rows import AllocationRows, AttemptRows, CaptureRows, EntryRows, MoveRows, RefundRows
from payments.models import Payment
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.ask_release import ask_release
from payments.services.ask_void import ask_void
from payments.services.close_review import close_review
from payments.services.sync_payment import sync_payment
from payments.states import WishState

_MAY = ("operate",)


class RefundForm(BaseDialogForm):  # type: ignore[misc]  # unfold ships no types
    """How much to give back, in the payment's currency, and why."""

    amount = forms.DecimalField(
        label=_("Amount"), min_value=0, max_digits=20, decimal_places=4, widget=UnfoldAdminDecimalFieldWidget
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, widget=UnfoldAdminTextInputWidget)


@admin.register(Payment)
class PaymentAdmin(AmountColumn, ReadOnlyAdmin):
    """Payments, newest first."""

    merchant_path = None
    list_display = (
        *(
            "reference",
            "state",
            "amount_shown",
            "captured_shown",
            "refunded_shown",
            "review_reason",
            "created_at",
        ),
    )
    list_filter = ("state", "currency", "gateway", "review_reason")
    search_fields = ("reference", "attempts__provider_id")
    fields = (
        ("reference", "state", "gateway"),
        "review_reason",
        ("amount_shown", "authorized_shown", "captured_shown", "refunded_shown"),
        "description",
        ("created_at", "asked_at"),
    )
    readonly_fields = ("amount_shown", "authorized_shown", "captured_shown", "refunded_shown")
    inlines = (AllocationRows, CaptureRows, RefundRows, AttemptRows, EntryRows, MoveRows)
    actions_detail = ("ask_gateway", "refund", "capture_again", "void", "release", "end_review")

    @admin.display(description=_("authorized amount"), ordering="authorized_minor")
    def authorized_shown(self, payment: Payment) -> str:
        """What the gateway holds ready for us."""
        return money(payment.authorized)

    @admin.display(description=_("captured amount"), ordering="captured_minor")
    def captured_shown(self, payment: Payment) -> str:
        """What the gateway took from the buyer."""
        return money(payment.captured)

    @admin.display(description=_("refunded amount"), ordering="refunded_minor")
    def refunded_shown(self, payment: Payment) -> str:
        """What the gateway gave back to the buyer."""
        return money(payment.refunded)

    @button(_("Ask the gateway"))
    def ask_gateway(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Bring the payment up to date."""
        payment = self._payment(request, object_id)
        return press(request, partial(sync_payment, payment.pk), page_of_payment(payment.pk))

    @button(_("Refund"), RefundForm)
    def refund(self, request: HttpRequest, form: RefundForm, object_id: str) -> HttpResponse:
        """Give money back, from all parties in proportion."""
        payment = self._payment(request, object_id)
        wish = partial(
            ask_refund,
            payment_id=payment.pk,
            amount=Money(form.cleaned_data["amount"], payment.currency),
            reference=f"office-{secrets.token_hex(6)}",
            reason=form.cleaned_data["reason"],
        )
        return press(request, wish, page_of_payment(payment.pk))

    @button(_("Capture again"))
    def capture_again(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Repeat every capture the gateway refused."""
        payment = self._payment(request, object_id)
        return press(request, partial(self._capture_again, payment), page_of_payment(payment.pk))

    @button(_("Void"))
    def void(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Let the buyer's money go."""
        payment = self._payment(request, object_id)
        return press(request, partial(ask_void, payment_id=payment.pk), page_of_payment(payment.pk))

    @button(_("Release the rest"))
    def release(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Let go what is held besides what was captured."""
        payment = self._payment(request, object_id)
        return press(request, partial(ask_release, payment_id=payment.pk), page_of_payment(payment.pk))

    @button(_("End the review"))
    def end_review(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Somebody looked at it."""
        payment = self._payment(request, object_id)
        end = partial(close_review, payment_id=payment.pk, actor=str(request.user))
        return press(request, end, page_of_payment(payment.pk))

    def _payment(self, request: HttpRequest, object_id: str) -> Payment:
        """The payment of a button's address. Raises Http404."""
        payment: Payment | None = self.get_object(request, object_id)
        if payment is None:
            raise Http404
        return payment

    @staticmethod
    def _capture_again(payment: Payment) -> None:
        for capture in payment.captures.filter(state=WishState.REFUSED).select_related("payment"):
            ask_capture(payment_id=payment.pk, reference=capture.reference, amount=capture.amount)
