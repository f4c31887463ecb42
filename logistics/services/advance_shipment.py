"""Does the next piece of work a shipment waits for, whichever that is."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError

from logistics.models import Shipment
from logistics.services._attempts import postpone
from logistics.services.book_shipment import book_shipment
from logistics.services.hand_over import hand_over
from logistics.services.recall_shipment import recall_shipment
from logistics.states import ShipmentState

_WORK: dict[str, Callable[[int], None]] = {
    ShipmentState.ASKED: book_shipment,
    ShipmentState.BOOKED: hand_over,
    ShipmentState.CANCEL_ASKED: recall_shipment,
}


def advance_shipment(shipment_id: int) -> None:
    """Book, hand over or recall; nothing when the shipment waits for no work of ours, or for a person. Safe to repeat.

    Work that we fail on is postponed like work that the carrier did not answer, and the error goes on its way.
    """
    waiting = Shipment.objects.filter(pk=shipment_id, parked_at=None)
    work = _WORK.get(waiting.values_list("state", flat=True).first() or "")
    if work is None:
        return
    try:
        work(shipment_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as problem:
        postpone(shipment_id, problem)
        raise
