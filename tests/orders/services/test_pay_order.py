"""Paying: the same page again, and a further payment when the last one was let go."""

import pytest

from orders.refusals import CannotPay, OrderNotFound
from orders.services.cancel_order import cancel_order
from orders.services.pay_order import pay_order
from payments.services.ask_void import ask_void
from tests.orders.making import make_order
from tests.orders.outside import again, pay

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_buyer_is_sent_to_the_gateways_page(scarf):
    order = make_order((scarf, 1))
    first = pay_order(order_id=order.pk)
    assert first.startswith("https://pay.example/")
    assert pay_order(order_id=order.pk) == first
    assert order.payments.count() == 1


def test_a_payment_that_was_let_go_is_followed_by_another(scarf):
    order = make_order((scarf, 1))
    ask_void(payment_id=order.payments.get().payment_id)
    pay_order(order_id=order.pk)
    assert order.payments.count() == 2
    pay(order, position=2)
    assert again(order).state == "confirmed"


def test_a_paid_or_cancelled_order_waits_for_no_payment(scarf):
    paid, dropped = make_order((scarf, 1)), make_order((scarf, 1))
    pay(paid)
    cancel_order(order_id=dropped.pk, actor="buyer", reason="")
    for order in (paid, dropped):
        with pytest.raises(CannotPay):
            pay_order(order_id=order.pk)
        assert order.payments.count() == 1


def test_an_unknown_order_is_refused(reference):
    with pytest.raises(OrderNotFound):
        pay_order(order_id=4711)
