"""Does the next piece of work a shipment waits for, whichever that is."""

from collections.abc import Callable

from logistics.models import Shipment
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
    """Book, hand over or recall; nothing when the shipment waits for no work of ours. Safe to repeat."""
    state = Shipment.objects.values_list("state", flat=True).filter(pk=shipment_id).first()
    work = _WORK.get(state or "")
    if work:
        work(shipment_id)
