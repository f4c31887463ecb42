"""Rate cards of freight services: dated reference data with its source, by zone and weight."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RateCard(models.Model):
    """One freight service at one time: who carries, on which terms, in which currency its prices are."""

    code = models.CharField(max_length=64)
    name = models.CharField(max_length=100)
    carrier = models.CharField(max_length=32)
    mode = models.CharField(max_length=8)
    incoterm = models.CharField(max_length=3)
    currency = models.CharField(max_length=3)
    takes_batteries = models.BooleanField()
    position = models.PositiveSmallIntegerField()
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("rate card")
        verbose_name_plural = _("rate cards")
        ordering = ("position", "code", "effective_from")
        constraints = (
            models.UniqueConstraint(fields=("code", "effective_from"), name="rate_card_once"),
            models.CheckConstraint(condition=Q(mode__in=("post", "courier")), name="rate_card_mode_known"),
            models.CheckConstraint(condition=Q(incoterm__in=("DDP", "DAP")), name="rate_card_incoterm_known"),
            models.CheckConstraint(
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
                name="rate_card_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.effective_from})"


class RateZone(models.Model):
    """Where a card carries from and to, and how many days that takes."""

    card = models.ForeignKey(RateCard, models.CASCADE, related_name="zones")
    name = models.CharField(max_length=64)
    ship_from = models.JSONField()
    destinations = models.JSONField()
    days_min = models.PositiveSmallIntegerField()
    days_max = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        ordering = ("card", "pk")
        constraints = (
            models.UniqueConstraint(fields=("card", "name"), name="rate_zone_once"),
            models.CheckConstraint(condition=Q(days_max__gte=F("days_min")), name="rate_zone_days_in_order"),
        )

    def __str__(self) -> str:
        return self.name


class RateStep(models.Model):
    """The price of a parcel up to a weight, in the card's currency."""

    zone = models.ForeignKey(RateZone, models.CASCADE, related_name="steps")
    up_to_grams = models.PositiveIntegerField()
    price = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        verbose_name = _("weight step")
        verbose_name_plural = _("weight steps")
        ordering = ("zone", "up_to_grams")
        constraints = (
            models.UniqueConstraint(fields=("zone", "up_to_grams"), name="rate_step_once"),
            models.CheckConstraint(condition=Q(price__gt=0), name="rate_step_costs"),
        )

    def __str__(self) -> str:
        return f"≤ {self.up_to_grams} g"
