"""Letters an order owes its buyer: written down with the move, sent by a task."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from orders.models.order import Order
from orders.states import MailKind


class OrderMail(models.Model):
    """One letter. `claimed_at` is set by whoever sends it, before sending; `sent_at` after.

    `parcel` is the id of the parcel it speaks of, 0 when it speaks of the whole order.
    """

    order = models.ForeignKey(Order, models.CASCADE, related_name="mails", verbose_name=_("order"))
    kind = models.CharField(_("kind"), max_length=32, choices=MailKind.choices)
    parcel = models.PositiveBigIntegerField(_("parcel"), default=0)
    asked_at = models.DateTimeField(_("requested at"))
    claimed_at = models.DateTimeField(_("claimed at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter to the buyer")
        verbose_name_plural = _("letters to the buyer")
        constraints = (
            models.UniqueConstraint(fields=("order", "kind", "parcel"), name="order_mail_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=MailKind.values), name="order_mail_kind_known"
            ),
        )
        indexes = (
            models.Index(fields=("asked_at",), condition=models.Q(sent_at=None), name="order_mail_unsent"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.order_id}"
