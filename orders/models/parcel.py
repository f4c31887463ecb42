"""The parcels of an order with their lines, frozen charges and shipments."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from djmoney.models.fields import MoneyField

from orders.models.order import Order
from orders.states import StockStage


class OrderParcel(models.Model):
    """What leaves one warehouse together. `body` is the quoted parcel, word for word; `stock` what became of its pieces.

    `refund_decided_at` is set when an operator decided that the buyer gets its `total` back, since it never arrived.
    """

    objects: ClassVar[models.Manager["OrderParcel"]] = models.Manager()
    order = models.ForeignKey(Order, models.PROTECT, related_name="parcels", verbose_name=_("order"))
    position = models.PositiveSmallIntegerField(_("position"))
    reference = models.CharField(_("reference"), max_length=32, unique=True)
    merchant = models.ForeignKey(
        "catalog.Merchant", models.PROTECT, related_name="+", verbose_name=_("merchant")
    )
    warehouse_code = models.CharField(_("warehouse"), max_length=64)
    stock = models.CharField(_("stock"), max_length=16, choices=StockStage.choices, default=StockStage.HELD)
    body = models.JSONField(_("quoted parcel"))
    total = MoneyField(_("total"), max_digits=20, decimal_places=4, default_currency=None)
    refund_decided_at = models.DateTimeField(_("refund decided at"), null=True, blank=True)
    refund_decided_by = models.CharField(_("refund decided by"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        ordering = ("order", "position")
        constraints = (
            models.UniqueConstraint(fields=("order", "position"), name="order_parcel_position_once"),
            models.CheckConstraint(
                condition=models.Q(stock__in=StockStage.values), name="order_parcel_stock_known"
            ),
        )

    def __str__(self) -> str:
        return self.reference


class OrderLine(models.Model):
    """So many pieces of one variant at the price that was quoted, with the customs facts of that day."""

    objects: ClassVar[models.Manager["OrderLine"]] = models.Manager()
    order = models.ForeignKey(Order, models.PROTECT, related_name="lines", verbose_name=_("order"))
    parcel = models.ForeignKey(OrderParcel, models.PROTECT, related_name="lines", verbose_name=_("parcel"))
    position = models.PositiveSmallIntegerField(_("position"))
    variant = models.ForeignKey(
        "catalog.Variant", models.PROTECT, related_name="+", verbose_name=_("variant")
    )
    sku = models.CharField(_("SKU"), max_length=100)
    title = models.CharField(_("title"), max_length=300)
    option_label = models.CharField(_("options"), max_length=200, blank=True)
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    unit_price = MoneyField(_("unit price"), max_digits=20, decimal_places=4, default_currency=None)
    amount = MoneyField(_("amount"), max_digits=20, decimal_places=4, default_currency=None)
    hs_code = models.CharField(_("HS code"), max_length=12)
    origin = models.CharField(_("country of origin"), max_length=2)
    weight_grams = models.PositiveIntegerField(_("weight in grams"))
    merchant_product_id = models.CharField(_("merchant's product number"), max_length=100, blank=True)
    manufacturer_product_id = models.CharField(_("manufacturer's product number"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        ordering = ("order", "position")
        constraints = (
            models.UniqueConstraint(fields=("order", "position"), name="order_line_position_once"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1, amount__gte=0), name="order_line_counts"
            ),
        )

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku}"


class OrderCharge(models.Model):
    """Duty, tax or a fee of a parcel with its arithmetic and its source, as quoted."""

    objects: ClassVar[models.Manager["OrderCharge"]] = models.Manager()
    order = models.ForeignKey(Order, models.PROTECT, related_name="charges", verbose_name=_("order"))
    parcel = models.ForeignKey(OrderParcel, models.PROTECT, related_name="charges", verbose_name=_("parcel"))
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=32)
    authority = models.CharField(_("authority"), max_length=100)
    sku = models.CharField(_("SKU"), max_length=100, blank=True)
    base = MoneyField(_("assessment base"), max_digits=20, decimal_places=4, default_currency=None)
    rate = models.DecimalField(_("rate"), max_digits=12, decimal_places=6, null=True, blank=True)
    amount = MoneyField(_("amount"), max_digits=20, decimal_places=4, default_currency=None)
    rule = models.CharField(_("rule"), max_length=300)
    scheme = models.CharField(_("scheme"), max_length=100)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        ordering = ("order", "position")
        constraints = (
            models.UniqueConstraint(fields=("order", "position"), name="order_charge_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"


class OrderShipment(models.Model):
    """A shipment that carries, or was meant to carry, a parcel; a refused one may be followed by another."""

    parcel = models.ForeignKey(
        OrderParcel, models.PROTECT, related_name="shipments", verbose_name=_("parcel")
    )
    shipment = models.OneToOneField(
        "logistics.Shipment", models.PROTECT, related_name="+", verbose_name=_("shipment")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    asked_by = models.CharField(_("requested by"), max_length=100)

    class Meta:
        verbose_name = _("shipment of a parcel")
        verbose_name_plural = _("shipments of a parcel")
        ordering = ("parcel", "position")
        constraints = (
            models.UniqueConstraint(fields=("parcel", "position"), name="order_shipment_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.parcel_id}/{self.position}"
