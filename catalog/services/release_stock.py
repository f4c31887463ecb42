"""Release stock: held pieces go back to the shelf."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from catalog.events import announce, stock_changed
from catalog.models import StockHold, StockLevel
from catalog.states import HoldState
from localization.lifecycle import move_to


def release_stock(*, reference: str, reason: str = "", expired_by: datetime | None = None) -> None:
    """Give back what is still held for `reference`; pieces already released or gone stay as they are.

    With `expired_by`, only holds whose time had run out by then: one that was extended meanwhile stays.
    """
    running_out = Q() if expired_by is None else Q(until__lte=expired_by)
    with transaction.atomic():
        holds = (
            StockHold.objects.select_for_update(of=("self",))
            .select_related("variant")
            .filter(running_out, reference=reference, state=HoldState.HELD)
            .order_by("variant_id")
        )
        for hold in holds:
            StockLevel.objects.filter(pk=hold.level_id).update(held=F("held") - hold.quantity)
            move_to(hold, HoldState.RELEASED, reason=reason)
            announce(stock_changed, [hold.variant.product_id])
