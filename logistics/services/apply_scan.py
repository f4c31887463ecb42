"""Applies a stored message of a carrier to the parcel it speaks of."""

import structlog
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F

from localization.outside import Misread
from logistics.carriers.registry import carrier
from logistics.models import Shipment, TrackingNotification
from logistics.services.record_scans import record_scans

Outcome = TrackingNotification.Outcome
_log = structlog.get_logger(__name__)
_MOST_TRIES = 5


def apply_scan(notification_id: int) -> None:
    """Record the scan in a stored message; a message for a parcel we do not know is marked so. Safe to repeat.

    One that we fail on is tried again and the fifth time parked for a person, and the error goes on its way. A
    database that is away is no fault of the message.
    """
    try:
        _apply(notification_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        _count(notification_id)
        raise


@transaction.atomic
def _apply(notification_id: int) -> None:
    notification = TrackingNotification.objects.get(pk=notification_id)
    if notification.outcome in (Outcome.STORED, Outcome.UNMATCHED):
        outcome = _applied(notification)
        TrackingNotification.objects.filter(pk=notification_id).update(outcome=outcome)


def _applied(notification: TrackingNotification) -> str:
    try:
        scan = carrier(notification.carrier).read(bytes(notification.body))
    except Misread:
        return Outcome.UNREADABLE
    shipment = Shipment.objects.filter(carrier=notification.carrier, number=scan.number).first()
    if shipment is None:
        return Outcome.UNMATCHED
    record_scans(shipment.pk, [scan])
    return Outcome.APPLIED


def _count(notification_id: int) -> None:
    failed = TrackingNotification.objects.filter(pk=notification_id)
    failed.update(tries=F("tries") + 1)
    waiting = failed.filter(outcome__in=(Outcome.STORED, Outcome.UNMATCHED), tries__gte=_MOST_TRIES)
    if waiting.update(outcome=Outcome.PARKED):
        _log.critical("carrier_message_parked", message_id=notification_id)
