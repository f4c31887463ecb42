"""Hands a booked parcel to its carrier."""

from django.db import transaction

from localization import clock
from localization.lifecycle import move_to
from localization.outside import Misread, Refused, Unavailable
from logistics.carriers.registry import carrier
from logistics.events import announce, shipment_changed
from logistics.models import Shipment
from logistics.services._attempts import count_attempt, postpone
from logistics.states import ShipmentState


def hand_over(shipment_id: int) -> None:
    """Tell the carrier that it has a BOOKED parcel; repeated later when it does not answer or will not take it."""
    shipment = Shipment.objects.get(pk=shipment_id)
    if shipment.state != ShipmentState.BOOKED or not count_attempt(shipment):
        return
    try:
        carrier(shipment.carrier).hand_over(shipment.carrier_reference)
    except (Unavailable, Refused, Misread) as problem:
        postpone(shipment_id, problem)
    else:
        _record(shipment_id)


@transaction.atomic(durable=True)
def _record(shipment_id: int) -> None:
    shipment = Shipment.objects.select_for_update().get(pk=shipment_id)
    if shipment.state != ShipmentState.BOOKED:  # the first scan was quicker
        return
    shipment.handed_over_at = clock.now()
    shipment.attempts, shipment.faults, shipment.problem = 0, 0, ""
    shipment.save(update_fields=["handed_over_at", "attempts", "faults", "problem"])
    move_to(shipment, ShipmentState.HANDED_OVER, actor=shipment.carrier)
    announce(shipment_changed, shipment_id=shipment_id)
