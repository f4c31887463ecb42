"""What needs a person's eye in logistics: counts for the start page of the back office."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from logistics.models import CustomsNotification, Declaration, Shipment, TariffPack, TrackingNotification
from logistics.states import ON_THE_WAY, DeclarationState, ShipmentState

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


@dataclass(frozen=True, kw_only=True)
class AtCustoms:
    """Declarations that wait for a person: customs holds the parcel, refused it, or our work was given up."""

    held: int
    refused: int
    parked: int


def declarations_at_customs() -> AtCustoms:
    """How many of each there are. A refused one whose parcel is back or lost is history."""
    over = ("returned", "cancelled", "lost", "delivered")
    refused = Q(state=DeclarationState.REFUSED) & ~Q(shipment__state__in=over)
    counts = Declaration.objects.aggregate(
        held=Count("pk", filter=Q(state=DeclarationState.HELD)),
        refused=Count("pk", filter=refused),
        parked=Count("pk", filter=Q(parked_at__isnull=False)),
    )
    return AtCustoms(**counts)


def unplaced_customs_messages() -> int:
    """Messages of customs that nobody could place, read or apply."""
    outcome = TrackingNotification.Outcome
    lost = (outcome.UNMATCHED, outcome.UNREADABLE, outcome.PARKED)
    return int(CustomsNotification.objects.filter(outcome__in=lost).count())


def unplaced_messages() -> int:
    """Carriers' messages that nobody could place, read or apply."""
    outcome = TrackingNotification.Outcome
    lost = (outcome.UNMATCHED, outcome.UNREADABLE, outcome.PARKED)
    return int(TrackingNotification.objects.filter(outcome__in=lost).count())


def packs_near_expiry(now: datetime) -> int:
    """Tariff packs in use that end within EXPIRES_WITHIN, or have ended."""
    return int(TariffPack.objects.filter(active=True, expires__lte=(now + EXPIRES_WITHIN).date()).count())
