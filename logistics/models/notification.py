"""What carriers tell us: their messages as they came, and the scans read from them. Both are append-only."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from logistics.models.shipment import Shipment


class TrackingNotification(models.Model):
    """One signed message of a carrier, stored once before anybody reads it."""

    class Outcome(models.TextChoices):
        """What became of the message."""

        STORED = "stored", _("Stored")
        APPLIED = "applied", _("Applied")
        UNMATCHED = "unmatched", _("No such parcel")
        UNREADABLE = "unreadable", _("Not understood")
        PARKED = "parked", _("Given up")

    carrier = models.CharField(_("carrier"), max_length=32)
    event_id = models.CharField(_("event"), max_length=128)
    body = models.BinaryField(_("message body"))
    received_at = models.DateTimeField(_("received at"))
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, default=Outcome.STORED)
    tries = models.PositiveIntegerField(_("tries"), default=0)

    class Meta:
        verbose_name = _("carrier message")
        verbose_name_plural = _("carrier messages")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("carrier", "event_id"), name="tracking_notification_once"),
        )
        indexes = (models.Index(fields=("outcome", "received_at"), name="tracking_notification_open"),)

    def __str__(self) -> str:
        return f"{self.carrier} {self.event_id}"


class TrackingEvent(models.Model):
    """One scan of one parcel as the carrier told it; `raw` keeps its own words, also where we show nothing."""

    shipment = models.ForeignKey(Shipment, models.PROTECT, related_name="events", verbose_name=_("shipment"))
    carrier = models.CharField(_("carrier"), max_length=32)
    number = models.CharField(_("tracking number"), max_length=40)
    code = models.CharField(_("event code"), max_length=32)
    local_time = models.CharField(_("local time"), max_length=40)
    place = models.CharField(_("place"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    condition = models.CharField(_("condition"), max_length=64, blank=True)
    raw = models.TextField(_("raw message"))
    received_at = models.DateTimeField(_("received at"))

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("carrier", "number", "code", "local_time", "place"), name="tracking_event_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.code} {self.local_time}"
