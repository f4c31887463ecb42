"""Rate cards of freight services: dated reference data with its source, by zone and weight."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RateCard(models.Model):
    """One freight service at one time: who carries, on which terms, in which currency its prices are."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=100)
    carrier = models.CharField(_("carrier"), max_length=32)
    mode = models.CharField(_("mode of transport"), max_length=8)
    incoterm = models.CharField(_("Incoterm"), max_length=3)
    currency = models.CharField(_("currency"), max_length=3)
    takes_batteries = models.BooleanField(_("takes batteries"))
    position = models.PositiveSmallIntegerField(_("position"))
    effective_from = models.DateField(_("valid from"))
    effective_to = models.DateField(_("valid until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)

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

    card = models.ForeignKey(RateCard, models.CASCADE, related_name="zones", verbose_name=_("rate card"))
    name = models.CharField(_("name"), max_length=64)
    ship_from = models.JSONField(_("countries of dispatch"))
    destinations = models.JSONField(_("countries of destination"))
    days_min = models.PositiveSmallIntegerField(_("shortest transit time in days"))
    days_max = models.PositiveSmallIntegerField(_("longest transit time in days"))

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

    zone = models.ForeignKey(RateZone, models.CASCADE, related_name="steps", verbose_name=_("zone"))
    up_to_grams = models.PositiveIntegerField(_("up to weight in grams"))
    price = models.DecimalField(_("price"), max_digits=20, decimal_places=4)

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
