"""The offer: all a list page shows of one variant in one market, in one row of one table."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models.product import Product
from catalog.models.variant import Variant

_ON_SHELF = Q(lead=True, listed=True)


def _amount(name: Any) -> Any:
    """An amount in the offer's currency."""
    return models.DecimalField(name, max_digits=20, decimal_places=4, default=0)


class Offer(models.Model):
    """What one unit costs in a market, beside everything a card shows; amounts are in `currency`.

    Exactly one offer per product and market leads: it is the one list pages show. `refusal` is the code of why the
    variant cannot be quoted there, "" when it can.
    """

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="offers", verbose_name=_("product")
    )
    variant = models.ForeignKey(
        Variant, on_delete=models.CASCADE, related_name="offers", verbose_name=_("variant")
    )
    market = models.CharField(_("market"), max_length=8)
    lead = models.BooleanField(_("lead"), default=False)
    listed = models.BooleanField(_("listed"), default=False)
    rank = models.PositiveBigIntegerField(_("rank"), default=1000)
    category_code = models.CharField(_("category"), max_length=60, blank=True)
    merchant_code = models.CharField(_("merchant"), max_length=60)

    handle = models.CharField(_("handle"), max_length=220)
    titles = models.JSONField(_("titles"), default=dict)
    merchant_name = models.CharField(_("merchant's name"), max_length=200)
    origin_city = models.CharField(_("city"), max_length=100, blank=True)
    origin_country = models.CharField(_("country"), max_length=2, blank=True)
    picture = models.CharField(_("picture"), max_length=200, blank=True)
    picture_alts = models.JSONField(_("picture descriptions"), default=dict)
    tint = models.CharField(_("tint"), max_length=7)

    currency = models.CharField(_("currency"), max_length=3)
    goods = _amount(_("goods"))
    duty = _amount(_("duty"))
    tax = _amount(_("tax"))
    fees = _amount(_("fees"))
    delivered = _amount(_("delivered"))
    freight = _amount(_("freight"))
    refusal = models.CharField(_("refusal"), max_length=40, blank=True)
    in_stock = models.BooleanField(_("in stock"), default=False)
    scheme = models.CharField(_("scheme"), max_length=60, blank=True)
    fx = models.CharField(_("exchange rate"), max_length=200, blank=True)
    priced_at = models.DateTimeField(_("priced at"))

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        indexes = [
            models.Index(fields=["market", "rank", "id"], name="offer_shelf", condition=_ON_SHELF),
            models.Index(
                fields=["market", "category_code", "rank", "id"], name="offer_category", condition=_ON_SHELF
            ),
            models.Index(
                fields=["market", "merchant_code", "rank", "id"], name="offer_merchant", condition=_ON_SHELF
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["variant", "market"], name="one_offer_per_market"),
            models.UniqueConstraint(
                fields=["product", "market"], name="one_lead_per_market", condition=Q(lead=True)
            ),
            models.CheckConstraint(
                condition=Q(
                    goods__gte=0, duty__gte=0, tax__gte=0, fees__gte=0, freight__gte=0, delivered__gte=0
                ),
                name="offer_amounts_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handle} @ {self.market}"
