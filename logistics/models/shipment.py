"""Shipments, their lines and their history."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from djmoney.models.fields import MoneyField

from localization.lifecycle import HistoryRow, known_state
from logistics.states import MOVES, ShipmentState


class Shipment(models.Model):
    """One parcel with one carrier: the frozen wish, and what the carrier made of it. Only `move_to` writes `state`."""

    MOVES = MOVES
    # Said aloud for the type checker, which cannot see the manager that money fields make.
    objects: ClassVar[models.Manager["Shipment"]] = models.Manager()

    reference = models.CharField(_("reference"), max_length=64, unique=True)
    state = models.CharField(
        _("state"), max_length=32, choices=ShipmentState.choices, default=ShipmentState.ASKED
    )
    carrier = models.CharField(_("carrier"), max_length=32)
    service_code = models.CharField(_("freight service"), max_length=64)
    # Names the attempt at the carrier; stored before the first call and never changed.
    idempotency_key = models.CharField(_("idempotency key"), max_length=64, unique=True)
    carrier_reference = models.CharField(_("carrier's reference"), max_length=100, blank=True)
    number = models.CharField(_("tracking number"), max_length=40, blank=True)

    sender = models.JSONField(_("sender"))
    recipient = models.JSONField(_("recipient"))
    freight = MoneyField(_("freight"), max_digits=20, decimal_places=4, default_currency=None)
    insurance = MoneyField(_("insurance"), max_digits=20, decimal_places=4, default_currency=None)
    incoterm = models.CharField(_("Incoterm"), max_length=3)
    charges = models.JSONField(_("charges"), default=list)
    # Both lie sealed: `selectors.shipments` opens them.
    registration_number = models.TextField(_("tax scheme registration number"), blank=True)
    tax_id = models.TextField(_("recipient's tax identifier"), blank=True)
    carrier_options = models.JSONField(_("carrier options"), default=dict, blank=True)

    asked_at = models.DateTimeField(_("requested at"))
    booked_at = models.DateTimeField(_("booked with the carrier at"), null=True, blank=True)
    handed_over_at = models.DateTimeField(_("handed over at"), null=True, blank=True)
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)

    # The wish as work: how often it was tried and failed otherwise than by silence, when it may be tried again,
    # what stood in the way, and since when it waits for a person instead.
    attempts = models.PositiveIntegerField(_("tries"), default=0)
    run_after = models.DateTimeField(_("next try after"))
    problem = models.CharField(_("problem"), max_length=200, blank=True)
    faults = models.PositiveIntegerField(_("failures"), default=0)
    parked_at = models.DateTimeField(_("parked at"), null=True, blank=True, db_index=True)
    news_at = models.DateTimeField(_("latest news at"), null=True, blank=True)
    polled_at = models.DateTimeField(_("last asked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("shipment")
        verbose_name_plural = _("shipments")
        ordering = ("-pk",)
        constraints = (
            known_state(ShipmentState, name="shipment_state_known"),
            models.UniqueConstraint(
                fields=("carrier", "number"), condition=~Q(number=""), name="shipment_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("asked", "failed", "cancel_asked", "cancelled")) | ~Q(number=""),
                name="shipment_moves_with_a_number",
            ),
            models.CheckConstraint(
                condition=Q(freight__gte=0) & Q(insurance__gte=0), name="shipment_freight_not_negative"
            ),
        )
        indexes = (models.Index(fields=("state", "run_after"), name="shipment_wishes"),)

    def __str__(self) -> str:
        return self.reference


class ShipmentHistory(HistoryRow):
    """One move of one shipment, insert-only."""

    shipment = models.ForeignKey(Shipment, models.PROTECT, related_name="history", verbose_name=_("shipment"))

    class Meta(HistoryRow.Meta):
        verbose_name = _("shipment move")
        verbose_name_plural = _("shipment moves")


class ShipmentLine(models.Model):
    """One kind of goods in the parcel as it was when the parcel was asked for; totals of the line."""

    objects: ClassVar[models.Manager["ShipmentLine"]] = models.Manager()

    shipment = models.ForeignKey(Shipment, models.PROTECT, related_name="lines", verbose_name=_("shipment"))
    position = models.PositiveSmallIntegerField(_("position"))
    sku = models.CharField(_("SKU"), max_length=64)
    description = models.CharField(_("description"), max_length=300)
    hs_code = models.CharField(_("HS code"), max_length=12)
    origin = models.CharField(_("country of origin"), max_length=2)
    quantity = models.PositiveIntegerField(_("quantity"))
    weight_grams = models.PositiveIntegerField(_("weight in grams"))
    value = MoneyField(_("value"), max_digits=20, decimal_places=4, default_currency=None)
    merchant_product_id = models.CharField(_("merchant's product number"), max_length=100, blank=True)
    manufacturer_product_id = models.CharField(_("manufacturer's product number"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("goods in the parcel")
        verbose_name_plural = _("goods in the parcel")
        ordering = ("shipment", "position")
        constraints = (
            models.UniqueConstraint(fields=("shipment", "position"), name="shipment_line_position_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0) & Q(weight_grams__gt=0) & Q(value__gte=0),
                name="shipment_line_counts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku}"
