"""Cancelling before dispatch gives everything back, once."""

import pytest

from catalog.models import StockLevel
from logistics.models import Shipment
from orders.refusals import CannotCancel, OrderNotFound
from orders.services.cancel_order import cancel_order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.sync_order import sync_order
from orders.states import OrderState, StockStage
from payments.selectors import payment_facts, trial_balance
from payments.services.sync_payment import sync_payment
from tests.orders.making import eur, free, make_order
from tests.orders.outside import again, approve, pay

pytestmark = pytest.mark.django_db(transaction=True)


def cancel(order):
    """The buyer's button."""
    cancel_order(order_id=order.pk, actor="buyer", reason="changed my mind")


def test_an_unpaid_order_frees_its_pieces_and_closes_its_page(scarf):
    order = make_order((scarf, 2))
    cancel(order)
    assert again(order).state == OrderState.CANCELLED
    assert free(scarf) == 10
    assert payment_facts(order.payments.get().payment_id).state == "voided"
    row = order.history.latest("pk")
    assert (row.target, row.actor, row.reason) == ("cancelled", "buyer", "changed my mind")


def test_a_paid_order_lets_the_money_go(scarf):
    order = make_order((scarf, 2))
    payment_id = pay(order)
    cancel(order)
    assert payment_facts(payment_id).state == "voided"
    assert payment_facts(payment_id).captured == eur(0)
    assert free(scarf) == 10
    assert again(order).settled_at is not None
    assert sum(balance.amount.amount for balance in trial_balance()) == 0


def test_a_payment_on_its_way_while_the_order_is_cancelled_is_given_back_once(scarf):
    order = make_order((scarf, 2))
    payment_id = approve(order)
    cancel(order)
    sync_payment(payment_id)
    sync_order(order.pk)
    assert again(order).state == OrderState.CANCELLED
    assert payment_facts(payment_id).state == "voided"
    assert free(scarf) == 10


def test_an_order_can_be_cancelled_once(scarf):
    order = make_order((scarf, 2))
    cancel(order)
    with pytest.raises(CannotCancel):
        cancel(order)
    assert order.history.filter(target="cancelled").count() == 1


def test_a_dispatched_order_cannot_be_cancelled(scarf):
    order = make_order((scarf, 2))
    payment_id = pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    with pytest.raises(CannotCancel):
        cancel(order)
    assert again(order).state != OrderState.CANCELLED
    assert order.parcels.get().stock != StockStage.RELEASED
    assert payment_facts(payment_id).state != "voided"
    assert Shipment.objects.exclude(state="cancelled").count() == 1
    assert StockLevel.objects.get().on_hand == 8


def test_an_unknown_order_is_refused(reference):
    with pytest.raises(OrderNotFound):
        cancel_order(order_id=4711, actor="buyer", reason="")
