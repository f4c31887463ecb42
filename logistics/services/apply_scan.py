"""Applies a stored message of a carrier to the parcel it speaks of."""

from django.db import transaction

from localization.outside import Misread
from logistics.carriers.registry import carrier
from logistics.models import Shipment, TrackingNotification
from logistics.services.record_scans import record_scans

Outcome = TrackingNotification.Outcome


@transaction.atomic
def apply_scan(notification_id: int) -> None:
    """Record the scan in a stored message; a message for a parcel we do not know is marked so. Safe to repeat."""
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
