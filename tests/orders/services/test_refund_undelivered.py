"""Paying back what was returned or lost: an operator's decision, once per parcel, told and booked."""

import pytest
from django.core import mail

from logistics.models import Shipment
from logistics.states import ShipmentState
from orders.refusals import CannotRefund, OrderNotFound
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.refund_undelivered import refund_undelivered
from orders.services.sync_order import sync_order
from orders.states import OrderState
from payments.models import Refund
from payments.selectors import payment_facts, trial_balance
from tests.orders import outside
from tests.orders.making import eur, make_merchant, make_order, make_variant
from tests.orders.outside import again, pay

pytestmark = pytest.mark.django_db(transaction=True)


def carried(parcel, *states):
    """The parcel's shipment passes these states, and the order hears of each."""
    for state in states:
        link = parcel.shipments.latest("position")
        Shipment.objects.filter(pk=link.shipment_id).update(state=state, number=f"LX{link.pk:09}CN")
        sync_order(parcel.order_id)


@pytest.fixture
def order(scarf):
    """A paid order whose only parcel has left."""
    order = make_order((scarf, 2))
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    return order


@pytest.fixture
def pair(scarf):
    """A paid order of two parcels that have left."""
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    order = make_order((scarf, 2), (bowl, 1))
    pay(order)
    for parcel in order.parcels.all():
        dispatch_parcel(parcel_id=parcel.pk, actor="merchant")
        carried(parcel, ShipmentState.HANDED_OVER)
    return order


def refund(order):
    """The operator's button."""
    refund_undelivered(order_id=order.pk, actor="olga@example.com")


def standing(order):
    """The order's only payment now."""
    return payment_facts(order.payments.get().payment_id)


@pytest.mark.parametrize("fate", ["returning", "returned", "lost"])
def test_a_parcel_that_goes_astray_is_told_and_waits_for_an_operator(order, fate):
    carried(order.parcels.get(), fate)
    assert again(order).state == OrderState.UNDELIVERED
    assert again(order).settled_at is None
    assert standing(order).refunded == eur(0)
    letter = mail.outbox[-1]
    assert letter.subject == f"Ein Paket Ihrer Bestellung {order.number} wurde nicht zugestellt"
    assert letter.to == ["ada@example.com"]


def test_everything_goes_back_and_the_buyer_is_told(order):
    carried(order.parcels.get(), "returned")
    refund(order)
    assert again(order).state == OrderState.REFUNDED
    assert again(order).settled_at is not None
    assert (standing(order).state, standing(order).refunded) == ("refunded", order.total)
    assert list(order.mails.order_by("pk").values_list("kind", flat=True)) == [
        "order_confirmed",
        "order_dispatched",
        "order_undelivered",
        "order_refunded",
    ]
    assert mail.outbox[-1].subject == f"Ihr Geld für die Bestellung {order.number} geht zurück"
    assert {balance.amount.amount for balance in trial_balance()} == {0}


def test_the_decision_bears_a_name_and_a_time(order):
    carried(order.parcels.get(), "lost")
    refund(order)
    parcel = order.parcels.get()
    assert parcel.refund_decided_by == "olga@example.com"
    assert parcel.refund_decided_at is not None


def test_a_second_click_is_refused_and_pays_nothing_more(order):
    carried(order.parcels.get(), "lost")
    refund(order)
    with pytest.raises(CannotRefund):
        refund(order)
    assert Refund.objects.count() == 1
    assert standing(order).refunded == order.total


@pytest.mark.parametrize("state", ["handed_over", "customs_hold", "delivered"])
def test_nothing_is_paid_back_for_a_parcel_that_may_arrive_or_did(order, state):
    carried(order.parcels.get(), state)
    before = again(order).state
    with pytest.raises(CannotRefund):
        refund(order)
    assert again(order).state == before
    assert order.parcels.get().refund_decided_at is None
    assert not Refund.objects.exists()


def test_what_comes_back_after_it_was_delivered_is_not_undelivered(order):
    carried(order.parcels.get(), "delivered", "returned")
    assert again(order).state == OrderState.DELIVERED
    with pytest.raises(CannotRefund):
        refund(order)


def test_a_lost_parcel_that_is_found_arrives(order):
    carried(order.parcels.get(), "lost", "out_for_delivery")
    assert again(order).state == OrderState.DISPATCHED
    carried(order.parcels.get(), "delivered")
    assert again(order).state == OrderState.DELIVERED
    assert standing(order).refunded == eur(0)


def test_a_parcel_found_after_the_refund_stays_paid_back(order):
    carried(order.parcels.get(), "lost")
    refund(order)
    carried(order.parcels.get(), "delivered")
    assert again(order).state == OrderState.REFUNDED
    assert Refund.objects.count() == 1


def test_only_the_price_of_the_parcel_that_went_astray_comes_back(pair):
    first, second = pair.parcels.all()
    carried(first, "lost")
    assert again(pair).state == OrderState.UNDELIVERED
    refund(pair)
    assert again(pair).state == OrderState.DISPATCHED
    carried(second, "delivered")
    assert again(pair).state == OrderState.REFUNDED
    assert again(pair).settled_at is not None
    assert (standing(pair).state, standing(pair).refunded) == ("partially_refunded", first.total)
    owed = {balance.account: balance.amount.amount for balance in trial_balance()}
    assert owed[f"merchant_payable:{first.merchant.code}"] == 0
    assert owed[f"merchant_payable:{second.merchant.code}"] < 0


def test_both_parcels_are_paid_back_one_after_the_other(pair):
    first, second = pair.parcels.all()
    carried(first, "lost")
    refund(pair)
    carried(second, "returned")
    refund(pair)
    assert again(pair).state == OrderState.REFUNDED
    assert standing(pair).refunded == pair.total
    assert {balance.amount.amount for balance in trial_balance()} == {0}


def test_a_silent_gateway_leaves_the_refund_owed_and_the_order_awake(order, monkeypatch):
    carried(order.parcels.get(), "lost")
    monkeypatch.setattr(outside.FakeGateway, "refund", outside.silent)
    refund(order)
    assert again(order).state == OrderState.REFUNDED
    assert again(order).settled_at is None
    assert standing(order).refunded == eur(0)


def test_an_unknown_order_is_refused(reference):
    with pytest.raises(OrderNotFound):
        refund_undelivered(order_id=4711, actor="olga@example.com")
