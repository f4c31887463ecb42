"""Pay back what was returned or lost: the operator's decision; the refund and the letters follow from it."""

from django.db import transaction

from localization import clock
from orders.models import Order
from orders.refusals import CannotRefund
from orders.selectors.facts import facts_about
from orders.services._settling import lock_order, settle
from orders.states import OrderState


def refund_undelivered(*, order_id: int, actor: str) -> None:
    """Decide that the buyer gets back the whole price, duty, tax and freight of every parcel that went astray.

    The money moves once it is captured, each parcel's once; a parcel found later stays paid back. Raises
    OrderNotFound, and CannotRefund when no parcel is on its way back, returned or lost without being paid back.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        _decide(order, actor)
        settle(order)


def _decide(order: Order, actor: str) -> None:
    astray = [parcel.id for parcel in facts_about(order).parcels if parcel.astray]
    if order.state != OrderState.UNDELIVERED or not astray:
        raise CannotRefund(number=order.number, state=order.state)
    decided = order.parcels.filter(pk__in=astray)
    decided.update(refund_decided_at=clock.now(), refund_decided_by=actor[:100])
