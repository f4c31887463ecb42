"""Captures and refunds: wishes written down first, done by the gateway later. Amounts are in minor units."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.lifecycle import HistoryRow, known_state
from localization.money import from_minor
from payments.models.payment import Payment
from payments.states import WISH_MOVES, Moves, WishState


class Wish(models.Model):
    """What a capture and a refund have in common; `reference` is the caller's and unique within a payment."""

    MOVES: ClassVar[Moves] = WISH_MOVES

    reference = models.CharField(_("reference"), max_length=100)
    minor = models.BigIntegerField(_("amount in minor units"))
    state = models.CharField(_("state"), max_length=32, choices=WishState.choices, default=WishState.ASKED)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    created_at = models.DateTimeField(_("created at"))

    class Meta:
        abstract = True
        ordering = ("pk",)


class Capture(Wish):
    """A wish to take (a part of) the authorized money, e.g. when a parcel leaves."""

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="captures", verbose_name=_("payment")
    )

    class Meta(Wish.Meta):
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        constraints = (
            known_state(WishState, name="capture_state_known"),
            models.CheckConstraint(condition=Q(minor__gt=0), name="capture_positive"),
            models.UniqueConstraint(fields=("payment", "reference"), name="capture_once_per_reference"),
        )

    def __str__(self) -> str:
        return f"{self.payment.reference} ← {self.amount}"

    @property
    def amount(self) -> Money:
        """What is to be taken."""
        return from_minor(self.minor, self.payment.currency)


class Refund(Wish):
    """A wish to give money back; `shares` says from which allocations, empty means in proportion."""

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="refunds", verbose_name=_("payment")
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    shares = models.JSONField(_("shares of the parties"), default=list, blank=True)

    class Meta(Wish.Meta):
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        constraints = (
            known_state(WishState, name="refund_state_known"),
            models.CheckConstraint(condition=Q(minor__gt=0), name="refund_positive"),
            models.UniqueConstraint(fields=("payment", "reference"), name="refund_once_per_reference"),
        )

    def __str__(self) -> str:
        return f"{self.payment.reference} → {self.amount}"

    @property
    def amount(self) -> Money:
        """What is to be given back."""
        return from_minor(self.minor, self.payment.currency)


class CaptureHistory(HistoryRow):
    """One move of one capture."""

    capture = models.ForeignKey(
        Capture, on_delete=models.PROTECT, related_name="history", verbose_name=_("capture")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("capture move")
        verbose_name_plural = _("capture moves")


class RefundHistory(HistoryRow):
    """One move of one refund."""

    refund = models.ForeignKey(
        Refund, on_delete=models.PROTECT, related_name="history", verbose_name=_("refund")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("refund move")
        verbose_name_plural = _("refund moves")
