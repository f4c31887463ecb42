"""Calls a parcel back at its carrier, after its cancellation was asked for."""

from django.db import transaction
from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from localization.outside import Misread, Refused, Unavailable
from logistics.carriers.base import Carrier
from logistics.carriers.registry import carrier
from logistics.events import announce, shipment_changed
from logistics.models import Shipment
from logistics.selectors.shipments import request_to_file
from logistics.services._attempts import count_attempt, postpone
from logistics.services._declaring import take_back
from logistics.states import ShipmentState


def recall_shipment(shipment_id: int) -> None:
    """Cancel a CANCEL_ASKED shipment at the carrier. When the carrier has the parcel already, it is HANDED_OVER."""
    shipment = Shipment.objects.get(pk=shipment_id)
    if shipment.state != ShipmentState.CANCEL_ASKED or not count_attempt(shipment):
        return
    try:
        _cancel_at(carrier(shipment.carrier), shipment)
    except (Unavailable, Misread) as problem:
        postpone(shipment_id, problem)
    except Refused:
        # Without a number no booking ever came to be, so that there is nothing to call back.
        known = Shipment.objects.get(pk=shipment_id).number
        _record(shipment_id, ShipmentState.HANDED_OVER if known else ShipmentState.CANCELLED)
    else:
        _record(shipment_id, ShipmentState.CANCELLED)


def _cancel_at(adapter: Carrier, shipment: Shipment) -> None:
    """A booking whose answer was lost is asked for again under its key: that tells what to cancel."""
    if not shipment.number:
        booking = adapter.book(request_to_file(shipment.pk), key=shipment.idempotency_key)
        shipment.carrier_reference, shipment.number = booking.carrier_reference, booking.number
        shipment.save(update_fields=["carrier_reference", "number"])
    adapter.cancel(shipment.carrier_reference)


@transaction.atomic(durable=True)
def _record(shipment_id: int, target: ShipmentState) -> None:
    shipment = Shipment.objects.select_for_update().get(pk=shipment_id)
    if shipment.state != ShipmentState.CANCEL_ASKED:
        return
    if target is ShipmentState.HANDED_OVER:
        shipment.handed_over_at = clock.now()
        shipment.save(update_fields=["handed_over_at"])
    move_to(
        shipment, target, reason=gettext_noop("the carrier's answer to the recall"), actor=shipment.carrier
    )
    if target is ShipmentState.CANCELLED:
        take_back(shipment)
    announce(shipment_changed, shipment_id=shipment_id)
