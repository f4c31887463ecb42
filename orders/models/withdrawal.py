"""Withdrawals: a buyer's statement that they withdraw from the contract, kept as it came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from orders.models.order import Order
from orders.states import OrderState


class Withdrawal(models.Model):
    """One statement per order, insert-only; `state` is the order's when it came, and says whether it cancelled the order."""

    order = models.OneToOneField(Order, models.PROTECT, related_name="withdrawal", verbose_name=_("order"))
    at = models.DateTimeField(_("received at"))
    state = models.CharField(_("state of the order then"), max_length=32, choices=OrderState.choices)
    cancelled = models.BooleanField(_("cancelled the order"))

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return str(self.order)
