"""Asks again for a shipment that the carrier refused, after a person put right what was wrong."""

from django.db import transaction

from localization import clock
from localization.lifecycle import move_to
from logistics.events import announce, shipment_changed, shipment_wished
from logistics.models import Shipment
from logistics.refusals import UnknownShipment
from logistics.states import ShipmentState


@transaction.atomic
def retry_shipment(shipment_id: int, *, actor: str) -> None:
    """Put a FAILED shipment back to ASKED. Raises UnknownShipment, MoveNotAllowed."""
    shipment = Shipment.objects.select_for_update().filter(pk=shipment_id).first()
    if shipment is None:
        raise UnknownShipment(shipment_id=shipment_id)
    move_to(shipment, ShipmentState.ASKED, reason="asked again", actor=actor)
    Shipment.objects.filter(pk=shipment_id).update(attempts=0, problem="", run_after=clock.now())
    announce(shipment_changed, shipment_id=shipment_id)
    announce(shipment_wished, shipment_id=shipment_id)
