"""Take stock: held pieces leave the warehouse, at dispatch."""

from django.db import transaction
from django.db.models import F

from catalog.models import StockHold, StockLevel
from catalog.refusals import HoldLapsed
from catalog.states import HoldState
from localization.lifecycle import move_to


def take_stock(*, reference: str) -> None:
    """Count what is held for `reference` out of the warehouse; what has been taken before is not taken twice.

    Raises HoldLapsed when some of it went back to the shelf: nothing is taken then.
    """
    with transaction.atomic():
        holds = list(StockHold.objects.select_for_update().filter(reference=reference).order_by("variant_id"))
        if not holds or any(hold.state == HoldState.RELEASED for hold in holds):
            raise HoldLapsed(reference=reference)
        for hold in holds:
            if hold.state == HoldState.HELD:
                StockLevel.objects.filter(pk=hold.level_id).update(
                    on_hand=F("on_hand") - hold.quantity, held=F("held") - hold.quantity
                )
                move_to(hold, HoldState.TAKEN)
