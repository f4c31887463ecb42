"""Cancels a shipment before it is handed over: writes the wish down; a worker calls the carrier."""

from django.db import transaction
from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from logistics.events import announce, shipment_changed, shipment_wished
from logistics.models import Shipment
from logistics.refusals import TooLateToCancel, UnknownShipment
from logistics.states import ShipmentState

_NO_NUMBER_YET = (ShipmentState.ASKED, ShipmentState.FAILED)
_SETTLED = (ShipmentState.CANCELLED, ShipmentState.CANCEL_ASKED)


@transaction.atomic
def cancel_shipment(shipment_id: int, *, actor: str = "system") -> str:
    """The state the shipment is in now: CANCELLED when no carrier was asked yet, else CANCEL_ASKED.

    May be repeated. Raises UnknownShipment, and TooLateToCancel once the parcel is in the carrier's hands.
    """
    shipment = Shipment.objects.select_for_update().filter(pk=shipment_id).first()
    if shipment is None:
        raise UnknownShipment(shipment_id=shipment_id)
    if shipment.state not in _SETTLED:
        target = _target(shipment)
        Shipment.objects.filter(pk=shipment_id).update(
            run_after=clock.now(), attempts=0, faults=0, parked_at=None
        )
        move_to(shipment, target, reason=gettext_noop("cancelled before hand-over"), actor=actor)
        announce(shipment_changed, shipment_id=shipment_id)
        announce(shipment_wished, shipment_id=shipment_id)
    return shipment.state


def _target(shipment: Shipment) -> ShipmentState:
    """After an attempt without a clear answer the carrier may hold a booking that we have not heard of."""
    if shipment.state in _NO_NUMBER_YET and not shipment.attempts:
        return ShipmentState.CANCELLED
    if shipment.state in (*_NO_NUMBER_YET, ShipmentState.BOOKED):
        return ShipmentState.CANCEL_ASKED
    raise TooLateToCancel(reference=shipment.reference)
