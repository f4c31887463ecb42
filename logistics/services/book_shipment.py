"""Books a parcel with its carrier: read, call with no transaction open, record."""

from uuid import uuid4

from django.db import IntegrityError, transaction

from localization import clock
from localization.lifecycle import move_to
from localization.outside import Misread, Refused, Unavailable
from logistics.carriers.base import Booking
from logistics.carriers.registry import carrier
from logistics.events import announce, shipment_changed, shipment_wished
from logistics.models import Shipment
from logistics.selectors.shipments import request_to_file, shipment_request
from logistics.services._attempts import count_attempt, described, postpone
from logistics.services._declaring import declare_parcel
from logistics.states import ShipmentState
from logistics.values import ShipmentRequest


def book_shipment(shipment_id: int) -> None:
    """Order the carriage of an ASKED shipment; may be called any number of times, the carrier sees one key.

    No answer leaves the wish standing for later; a clear no moves the shipment to FAILED, for a person to look at.
    """
    shipment = Shipment.objects.get(pk=shipment_id)
    if shipment.state != ShipmentState.ASKED or not count_attempt(shipment):
        return
    request = shipment_request(shipment_id)
    try:
        booking = carrier(shipment.carrier).book(request_to_file(shipment_id), key=shipment.idempotency_key)
        _record(shipment_id, request, booking)
    except Unavailable as problem:
        postpone(shipment_id, problem)
    except (Refused, Misread, IntegrityError) as problem:
        _give_up(shipment_id, problem)


@transaction.atomic(durable=True)
def _record(shipment_id: int, request: ShipmentRequest, booking: Booking) -> None:
    shipment = Shipment.objects.select_for_update().get(pk=shipment_id)
    if shipment.number:
        return
    shipment.carrier_reference, shipment.number = booking.carrier_reference, booking.number
    shipment.booked_at = shipment.run_after = clock.now()
    shipment.attempts, shipment.faults, shipment.problem = 0, 0, ""
    shipment.save(
        update_fields=[
            *("carrier_reference", "number", "booked_at", "run_after"),
            *("attempts", "faults", "problem"),
        ]
    )
    declare_parcel(shipment, request)
    if shipment.state == ShipmentState.ASKED:
        move_to(shipment, ShipmentState.BOOKED, reason=booking.number, actor=shipment.carrier)
    announce(shipment_changed, shipment_id=shipment_id)
    announce(shipment_wished, shipment_id=shipment_id)


@transaction.atomic(durable=True)
def _give_up(shipment_id: int, problem: Exception) -> None:
    shipment = Shipment.objects.select_for_update().get(pk=shipment_id)
    if shipment.state != ShipmentState.ASKED:
        return
    shipment.problem = described(problem)
    if isinstance(problem, Refused):
        # This attempt is over; one after a correction is another attempt and gets a name of its own.
        shipment.idempotency_key, shipment.attempts = uuid4().hex, 0
    shipment.save(update_fields=["problem", "idempotency_key", "attempts"])
    move_to(shipment, ShipmentState.FAILED, reason=shipment.problem, actor=shipment.carrier)
    announce(shipment_changed, shipment_id=shipment_id)
