"""A payment: how much is owed, for whom, and how far the gateway got with it. Amounts are in minor units."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.lifecycle import HistoryRow, known_state
from localization.money import from_minor
from payments.states import PAYMENT_MOVES, Moves, PaymentState, ReviewReason


class Payment(models.Model):
    """One wish to be paid; `*_asked_minor` includes wishes still under way, the other sums are confirmed."""

    MOVES: ClassVar[Moves] = PAYMENT_MOVES

    reference = models.CharField(_("reference"), max_length=64, db_index=True)
    key = models.CharField(_("idempotency key"), max_length=120, unique=True)
    gateway = models.CharField(_("gateway"), max_length=32)
    state = models.CharField(
        _("state"), max_length=32, choices=PaymentState.choices, default=PaymentState.NEW, db_index=True
    )
    currency = models.CharField(_("currency"), max_length=3)
    amount_minor = models.BigIntegerField(_("amount in minor units"))
    authorized_minor = models.BigIntegerField(_("authorized amount in minor units"), default=0)
    capture_asked_minor = models.BigIntegerField(_("requested capture in minor units"), default=0)
    captured_minor = models.BigIntegerField(_("captured amount in minor units"), default=0)
    refund_asked_minor = models.BigIntegerField(_("requested refund in minor units"), default=0)
    refunded_minor = models.BigIntegerField(_("refunded amount in minor units"), default=0)
    released_minor = models.BigIntegerField(_("released amount in minor units"), default=0)
    description = models.CharField(_("description"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=8)
    return_url = models.CharField(_("return address"), max_length=500)
    review_reason = models.CharField(
        _("review reason"), max_length=64, choices=ReviewReason.choices, blank=True
    )
    created_at = models.DateTimeField(_("created at"))
    release_asked_at = models.DateTimeField(_("release asked at"), null=True, blank=True)
    asked_at = models.DateTimeField(
        _("last asked at"), null=True, help_text=_("When the gateway last told us the truth.")
    )

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ("-pk",)
        constraints = (
            known_state(PaymentState, name="payment_state_known"),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="payment_amount_positive"),
            models.CheckConstraint(
                condition=Q(authorized_minor__gte=0) & Q(authorized_minor__lte=F("amount_minor")),
                name="payment_authorized_within_amount",
            ),
            models.CheckConstraint(
                condition=Q(captured_minor__gte=0) & Q(captured_minor__lte=F("capture_asked_minor")),
                name="payment_captured_within_asked",
            ),
            models.CheckConstraint(
                condition=Q(capture_asked_minor__lte=F("amount_minor")), name="payment_capture_within_amount"
            ),
            models.CheckConstraint(
                condition=Q(refunded_minor__gte=0) & Q(refunded_minor__lte=F("refund_asked_minor")),
                name="payment_refunded_within_asked",
            ),
            models.CheckConstraint(
                condition=Q(refund_asked_minor__lte=F("captured_minor")),
                name="payment_refund_within_captured",
            ),
            models.CheckConstraint(
                condition=Q(released_minor__gte=0) & Q(released_minor__lte=F("authorized_minor")),
                name="payment_released_within_authorized",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} ({self.amount})"

    @property
    def amount(self) -> Money:
        """What is owed."""
        return from_minor(self.amount_minor, self.currency)

    @property
    def authorized(self) -> Money:
        """What the gateway holds ready for us."""
        return from_minor(self.authorized_minor, self.currency)

    @property
    def captured(self) -> Money:
        """What the gateway took from the buyer."""
        return from_minor(self.captured_minor, self.currency)

    @property
    def refunded(self) -> Money:
        """What the gateway gave back to the buyer."""
        return from_minor(self.refunded_minor, self.currency)

    @property
    def releasable(self) -> Money:
        """What the gateway holds besides what was captured or is to be; zero before a capture, when a void is the way."""
        settled = self.captured_minor and not self.release_asked_at
        rest = self.authorized_minor - self.capture_asked_minor - self.released_minor if settled else 0
        return from_minor(max(rest, 0), self.currency)


class PaymentHistory(HistoryRow):
    """One move of one payment."""

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="history", verbose_name=_("payment")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("move of a payment")
        verbose_name_plural = _("moves of a payment")


class PaymentAllocation(models.Model):
    """For whom a part of the payment is held."""

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="allocations", verbose_name=_("payment")
    )
    account = models.CharField(_("account"), max_length=32)
    party = models.CharField(_("party"), max_length=80)
    minor = models.BigIntegerField(_("amount in minor units"))

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=Q(minor__gt=0), name="allocation_positive"),)

    def __str__(self) -> str:
        return f"{self.account} {self.party}"

    @property
    def amount(self) -> Money:
        """The part as money."""
        return from_minor(self.minor, self.payment.currency)
