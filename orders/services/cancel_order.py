"""Cancel an order before dispatch: stock, money and letters follow from the state."""

from django.db import transaction

from localization.lifecycle import move_to
from orders.events import announce_order
from orders.refusals import CannotCancel
from orders.selectors.facts import facts_about
from orders.services._settling import lock_order, settle
from orders.states import CANCELLABLE, OrderState, ParcelStage


def cancel_order(*, order_id: int, actor: str, reason: str) -> None:
    """Cancel the order and give everything back. Raises OrderNotFound, and CannotCancel once a parcel was handed on.

    A payment that arrives at the same moment meets the order either before, then it is given back here, or after,
    then its own news brings the order back to `sync_order`.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        parcels = facts_about(order).parcels
        if order.state not in CANCELLABLE or any(part.stage is not ParcelStage.WAITING for part in parcels):
            raise CannotCancel(number=order.number, state=order.state)
        move_to(order, OrderState.CANCELLED, reason=reason[:200], actor=actor[:100])
        announce_order(order.pk)
        settle(order)
