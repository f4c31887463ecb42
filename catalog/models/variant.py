"""Variants: what is bought, weighed, declared and priced."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from catalog.models.merchant import Merchant
from catalog.models.product import Product


class Variant(models.Model):
    """One buyable form of a product. Weights in grams, sizes in millimetres; `choices` is option code to value code.

    `merchant` repeats the product's, so that the database can hold "a SKU once per merchant".
    """

    class Battery(models.TextChoices):
        """Lithium batteries decide which freight may carry a parcel (UN 3480/3481 packing cases)."""

        NONE = "none", _("None")
        CONTAINED = "contained", _("Contained in the device")
        PACKED_WITH = "packed_with", _("Packed with the device")
        STANDALONE = "standalone", _("Battery alone")

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="variants", verbose_name=_("product")
    )
    merchant = models.ForeignKey(
        Merchant, on_delete=models.PROTECT, related_name="variants", verbose_name=_("merchant")
    )
    sku = models.CharField(_("SKU"), max_length=100)
    choices = models.JSONField(_("options"), default=dict, blank=True)
    hs_code = models.CharField(_("HS code"), max_length=12, blank=True)
    hs_version = models.CharField(_("HS version"), max_length=10, blank=True)
    origin = models.CharField(_("country of origin"), max_length=2, blank=True)
    weight_grams = models.PositiveIntegerField(_("weight in grams"), default=0)
    length_mm = models.PositiveIntegerField(_("length in mm"), default=0)
    width_mm = models.PositiveIntegerField(_("width in mm"), default=0)
    height_mm = models.PositiveIntegerField(_("height in mm"), default=0)
    battery = models.CharField(_("battery"), max_length=12, choices=Battery.choices, default=Battery.NONE)
    customs_description = models.CharField(_("customs description"), max_length=255, blank=True)
    merchant_product_id = models.CharField(_("merchant's product number"), max_length=100, blank=True)
    manufacturer_product_id = models.CharField(_("manufacturer's product number"), max_length=100, blank=True)
    price_amount = models.DecimalField(_("base price"), max_digits=20, decimal_places=4)
    price_currency = models.CharField(_("currency"), max_length=3)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    imported = models.JSONField(_("imported columns"), default=dict, blank=True)

    class Meta:
        verbose_name = _("variant")
        verbose_name_plural = _("variants")
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["merchant", "sku"], name="sku_once_per_merchant"),
            models.CheckConstraint(condition=Q(price_amount__gte=0), name="variant_price_not_negative"),
        ]

    def __str__(self) -> str:
        return self.sku

    @property
    def price(self) -> Money:
        """The merchant's base price of one unit."""
        return Money(self.price_amount, self.price_currency)


class VariantPrice(models.Model):
    """The merchant's own price of one unit in a currency, instead of a converted one."""

    variant = models.ForeignKey(
        Variant, on_delete=models.CASCADE, related_name="own_prices", verbose_name=_("variant")
    )
    currency = models.CharField(_("currency"), max_length=3)
    amount = models.DecimalField(_("amount"), max_digits=20, decimal_places=4)

    class Meta:
        verbose_name = _("own price")
        verbose_name_plural = _("own prices")
        constraints = [
            models.UniqueConstraint(fields=["variant", "currency"], name="own_price_once_per_currency"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="own_price_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
