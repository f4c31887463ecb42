"""Carts and their lines. A cart stores no price: it is priced each time it is looked at."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from orders.quantities import MOST


def new_token() -> str:
    """An unguessable name of 128 bits."""
    return secrets.token_urlsafe(16)


class Cart(models.Model):
    """What somebody means to buy, in one market. A guest's cart is known by its token alone."""

    token = models.CharField(_("access token"), max_length=32, unique=True, default=new_token, editable=False)
    customer = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("customer"),
    )
    market = models.CharField(_("market"), max_length=8)
    language = models.CharField(_("language"), max_length=8)
    created_at = models.DateTimeField(_("created at"))
    updated_at = models.DateTimeField(_("changed at"), db_index=True)

    class Meta:
        verbose_name = _("cart")
        verbose_name_plural = _("carts")

    def __str__(self) -> str:
        return f"{self.market} {self.pk}"


class CartLine(models.Model):
    """So many pieces of one variant."""

    cart = models.ForeignKey(Cart, models.CASCADE, related_name="lines", verbose_name=_("cart"))
    variant = models.ForeignKey(
        "catalog.Variant", models.CASCADE, related_name="+", verbose_name=_("variant")
    )
    quantity = models.PositiveSmallIntegerField(_("quantity"))

    class Meta:
        verbose_name = _("cart line")
        verbose_name_plural = _("cart lines")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("cart", "variant"), name="cart_variant_once"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1, quantity__lte=MOST), name="cart_quantity_in_bounds"
            ),
        )

    def __str__(self) -> str:
        return f"{self.quantity} × {self.variant_id}"
