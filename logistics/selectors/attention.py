"""What needs a person's eye in logistics: counts for the start page of the back office."""

from datetime import datetime, timedelta

from django.db.models import Q

from logistics.models import Shipment, TariffPack, TrackingNotification
from logistics.states import ON_THE_WAY, ShipmentState

SILENT_AFTER = timedelta(days=7)
"""A parcel on its way without any scan for so long is asked after."""

EXPIRES_WITHIN = timedelta(days=30)
"""A tariff pack that ends so soon needs its successor."""


def refused_shipments() -> int:
    """Shipments the carrier refused."""
    return int(Shipment.objects.filter(state=ShipmentState.FAILED).count())


def silent_shipments(now: datetime) -> int:
    """Shipments on their way that were not heard of for SILENT_AFTER."""
    since = now - SILENT_AFTER
    silent = Q(news_at__lt=since) | Q(news_at=None, booked_at__lt=since)
    return int(Shipment.objects.filter(silent, state__in=ON_THE_WAY).count())


def parked_shipments() -> int:
    """Shipments whose booking, hand-over or recall failed too often."""
    return int(Shipment.objects.filter(parked_at__isnull=False).count())


def unplaced_messages() -> int:
    """Carriers' messages that nobody could place, read or apply."""
    outcome = TrackingNotification.Outcome
    lost = (outcome.UNMATCHED, outcome.UNREADABLE, outcome.PARKED)
    return int(TrackingNotification.objects.filter(outcome__in=lost).count())


def packs_near_expiry(now: datetime) -> int:
    """Tariff packs in use that end within EXPIRES_WITHIN, or have ended."""
    return int(TariffPack.objects.filter(active=True, expires__lte=(now + EXPIRES_WITHIN).date()).count())
