"""Goes on with a shipment that was refused or given up, after a person looked at what was wrong."""

from django.db import transaction
from django.db.models.functions import Least
from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from logistics.events import announce, shipment_changed, shipment_wished
from logistics.models import Shipment
from logistics.refusals import UnknownShipment
from logistics.states import ShipmentState


@transaction.atomic
def retry_shipment(shipment_id: int, *, actor: str) -> None:
    """Put a FAILED shipment back to ASKED, and a parked one back to work. Raises UnknownShipment, MoveNotAllowed."""
    shipment = Shipment.objects.select_for_update().filter(pk=shipment_id).first()
    if shipment is None:
        raise UnknownShipment(shipment_id=shipment_id)
    if shipment.parked_at is None:
        move_to(shipment, ShipmentState.ASKED, reason=gettext_noop("asked again"), actor=actor)
    # That an attempt was made is not forgotten: the carrier may hold a booking that we have not heard of.
    Shipment.objects.filter(pk=shipment_id).update(
        attempts=Least("attempts", 1), faults=0, problem="", run_after=clock.now(), parked_at=None
    )
    announce(shipment_changed, shipment_id=shipment_id)
    announce(shipment_wished, shipment_id=shipment_id)
