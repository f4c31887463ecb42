"""The buyer's identifier that customs at the destination asks for, sealed, and gone once nobody needs it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from orders.models.order import Order


class BuyerIdentifier(models.Model):
    """One order's identifier. `sealed` opens for filing alone and is empty once erased; `shown` is its mask.

    `digest` is the keyed fingerprint by which orders of one person are found without opening anything.
    """

    objects: ClassVar[models.Manager["BuyerIdentifier"]] = models.Manager()

    order = models.OneToOneField(Order, models.PROTECT, related_name="identifier", verbose_name=_("order"))
    kind = models.CharField(_("kind"), max_length=16)
    sealed = models.TextField(_("sealed identifier"), blank=True)
    shown = models.CharField(_("identifier"), max_length=40)
    digest = models.CharField(_("fingerprint"), max_length=64, blank=True, db_index=True)
    given_at = models.DateTimeField(_("given at"))
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True)

    class Meta:
        verbose_name = _("buyer's identifier")
        verbose_name_plural = _("buyers' identifiers")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(erased_at=None) | models.Q(sealed=""), name="identifier_erased_is_gone"
            ),
        )
        indexes = (
            models.Index(fields=("order",), condition=models.Q(erased_at=None), name="identifier_kept"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.shown}"
