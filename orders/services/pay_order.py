"""Pay an order: send the buyer to the gateway, with a further payment when the last one was let go."""

from django.db import transaction

from orders.freezing import thaw
from orders.models import Order
from orders.refusals import CannotPay
from orders.selectors.facts import payments_of
from orders.services._settling import lock_order
from orders.services._wishes import open_payment_of
from orders.states import OrderState
from orders.values.quote import QuoteBody
from payments.services.start_payment import start_payment
from payments.states import PaymentState

_PAYABLE = frozenset({PaymentState.NEW, PaymentState.STARTED, PaymentState.UNKNOWN, PaymentState.DECLINED})


def pay_order(*, order_id: int) -> str:
    """The address of the gateway's page for this order. Talks to the gateway, outside any transaction.

    Raises OrderNotFound, CannotPay when no payment is awaited, and what `start_payment` raises: NotPayable,
    GatewayDeclines, localization.outside.Unavailable.
    """
    with transaction.atomic():
        payment_id = _payment_to_start(lock_order(order_id))
    return start_payment(payment_id=payment_id)


def _payment_to_start(order: Order) -> int:
    if order.state != OrderState.AWAITING_PAYMENT:
        raise CannotPay(number=order.number, state=order.state)
    payments = payments_of(order)
    if all(payment.state == PaymentState.VOIDED for payment in payments):
        return open_payment_of(order, thaw(QuoteBody, order.quote.body), position=len(payments) + 1)
    if payments[-1].state not in _PAYABLE:
        raise CannotPay(number=order.number, state=order.state)
    return payments[-1].id
