"""Finds what was left behind: wishes nobody works on, messages nobody applied, parcels without news."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from localization import clock
from logistics.events import announce, news_missed, notification_stored, shipment_wished
from logistics.models import Shipment, TrackingNotification
from logistics.states import ON_THE_WAY, ShipmentState

_WAITING = (ShipmentState.ASKED, ShipmentState.BOOKED, ShipmentState.CANCEL_ASKED)
_GRACE = timedelta(seconds=15)  # the direct way after a commit takes less
_UNMATCHED_FOR = timedelta(hours=1)
_MOST = 200  # per run and kind, so that a backlog is worked off in bites


@dataclass(frozen=True, kw_only=True)
class Swept:
    """How many of each kind were announced again."""

    wishes: int
    messages: int
    polls: int


def sweep_shipments() -> Swept:
    """Announce them all again; who hears it does the work. Safe to run twice or not at all for a while."""
    wishes, messages, polls = _wishes(), _messages(), _silent()
    for shipment_id in wishes:
        announce(shipment_wished, shipment_id=shipment_id)
    for notification_id in messages:
        announce(notification_stored, notification_id=notification_id)
    for shipment_id in polls:
        announce(news_missed, shipment_id=shipment_id)
    return Swept(wishes=len(wishes), messages=len(messages), polls=len(polls))


def _wishes() -> list[int]:
    due = clock.now() - _GRACE
    waiting = Shipment.objects.filter(state__in=_WAITING, parked_at=None, run_after__lte=due)
    return list(waiting.order_by("run_after").values_list("pk", flat=True)[:_MOST])


def _messages() -> list[int]:
    """Stored ones, and for an hour those whose parcel was not known: its booking may have been recorded since."""
    now = clock.now()
    stored = Q(outcome=TrackingNotification.Outcome.STORED, received_at__lte=now - _GRACE)
    unmatched = Q(
        outcome=TrackingNotification.Outcome.UNMATCHED,
        received_at__range=(now - _UNMATCHED_FOR, now - _GRACE),
    )
    found = TrackingNotification.objects.filter(stored | unmatched).order_by("pk")
    return list(found.values_list("pk", flat=True)[:_MOST])


def _silent() -> list[int]:
    quiet_since = clock.now() - timedelta(seconds=settings.TRACKING_QUIET_SECONDS)
    no_news = Q(news_at=None, handed_over_at__lte=quiet_since) | Q(news_at__lte=quiet_since)
    not_asked = Q(polled_at=None) | Q(polled_at__lte=quiet_since)
    silent = Shipment.objects.filter(no_news, not_asked, state__in=ON_THE_WAY)
    return list(silent.order_by("polled_at", "pk").values_list("pk", flat=True)[:_MOST])
