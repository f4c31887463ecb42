"""Records scans of a parcel and moves its shipment along: append-only, each once, never backwards."""

from collections.abc import Sequence

from django.db import transaction

from localization import clock
from localization.lifecycle import move_to
from logistics.events import announce, shipment_changed
from logistics.models import Shipment, TrackingEvent
from logistics.selectors.shipments import timeline
from logistics.services._declaring import follow_parcel
from logistics.states import MOVES, ShipmentState
from logistics.tracking import Scan
from logistics.values import TimelineEntry


@transaction.atomic
def record_scans(shipment_id: int, scans: Sequence[Scan]) -> None:
    """Store the scans of this parcel that are new; where the latest shown one puts it elsewhere, move the shipment.

    Scans in any order, twice or from several workers at once leave the same timeline. Scans that carry another
    parcel's number are left out.
    """
    shipment = Shipment.objects.select_for_update().get(pk=shipment_id)
    TrackingEvent.objects.bulk_create(
        [_event(shipment, scan) for scan in scans if scan.number == shipment.number], ignore_conflicts=True
    )
    entries = timeline(shipment_id)
    if entries and entries[-1].status in MOVES[shipment.state]:
        _move(shipment, entries[-1])
        announce(shipment_changed, shipment_id=shipment_id)
    Shipment.objects.filter(pk=shipment_id).update(news_at=clock.now())


def _move(shipment: Shipment, entry: TimelineEntry) -> None:
    shipment.handed_over_at = shipment.handed_over_at or clock.now()
    if entry.status == ShipmentState.DELIVERED:
        shipment.delivered_at = entry.at
    shipment.save(update_fields=["handed_over_at", "delivered_at"])
    move_to(shipment, entry.status, reason=f"{entry.code} {entry.place}", actor=shipment.carrier)
    follow_parcel(shipment)


def _event(shipment: Shipment, scan: Scan) -> TrackingEvent:
    return TrackingEvent(
        shipment=shipment,
        carrier=shipment.carrier,
        number=scan.number,
        code=scan.code,
        local_time=scan.local_time,
        place=scan.place,
        country=scan.country,
        condition=scan.condition,
        raw=scan.raw,
        received_at=clock.now(),
    )
