"""Syncing: facts move the order, as often as one likes, in any order."""

from datetime import timedelta

import pytest
import time_machine

from catalog.models import StockHold, StockLevel
from catalog.services.release_expired_holds import release_expired_holds
from localization import clock
from logistics.models import Shipment
from logistics.states import ShipmentState
from orders.models import OrderMail
from orders.refusals import OrderNotFound
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.sync_order import sync_order
from orders.states import OrderState, StockStage
from payments.selectors import payment_facts, trial_balance
from payments.services.sync_payment import sync_payment
from tests.orders.making import eur, free, make_merchant, make_order, make_variant
from tests.orders.outside import again, approve, pay

pytestmark = pytest.mark.django_db(transaction=True)


def send(parcel, state=ShipmentState.HANDED_OVER):
    """The parcel's shipment gets to a state, and the order hears of it."""
    link = parcel.shipments.latest("position")
    Shipment.objects.filter(pk=link.shipment_id).update(state=state, number=f"LX{link.pk:09}CN")
    sync_order(parcel.order_id)


def test_a_payment_confirms_the_order_and_keeps_its_pieces(scarf):
    order = make_order((scarf, 2))
    pay(order)
    assert again(order).state == OrderState.CONFIRMED
    assert order.parcels.get().stock == StockStage.SECURED
    assert StockHold.objects.get().until > clock.now() + timedelta(days=300)
    assert list(order.mails.values_list("kind", flat=True)) == ["order_confirmed"]


def test_syncing_again_changes_nothing(scarf):
    order = make_order((scarf, 2))
    pay(order)
    history = list(order.history.values_list("source", "target"))
    for _ in range(3):
        sync_order(order.pk)
    assert list(order.history.values_list("source", "target")) == history
    assert history == [("", "awaiting_payment"), ("awaiting_payment", "confirmed")]
    assert OrderMail.objects.count() == 1


def test_a_browser_coming_back_confirms_nothing(scarf):
    order = make_order((scarf, 1))
    approve(order)
    sync_order(order.pk)
    assert again(order).state == OrderState.AWAITING_PAYMENT


def test_another_amount_goes_to_review(scarf):
    order = make_order((scarf, 1))
    pay(order, amount=eur("0.01"), authorized=eur("0.01"))
    assert again(order).state == OrderState.UNDER_REVIEW
    assert order.parcels.get().stock == StockStage.HELD


def test_an_order_not_paid_in_time_is_cancelled_and_its_pieces_freed(scarf):
    order = make_order((scarf, 2))
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        sync_order(order.pk)
    assert again(order).state == OrderState.CANCELLED
    assert again(order).settled_at is not None
    assert order.history.latest("pk").reason == "not paid in time"
    assert free(scarf) == 10
    assert payment_facts(order.payments.get().payment_id).state == "voided"


def test_a_late_payment_takes_the_pieces_again(scarf):
    order = make_order((scarf, 2))
    payment_id = approve(order)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        release_expired_holds()
        assert free(scarf) == 10
        sync_payment(payment_id)
    assert again(order).state == OrderState.CONFIRMED
    assert free(scarf) == 8


def test_a_late_payment_of_something_sold_meanwhile_is_given_back(scarf):
    order = make_order((scarf, 2))
    payment_id = approve(order)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        release_expired_holds()
        StockLevel.objects.filter(variant=scarf).update(on_hand=1)
        sync_payment(payment_id)
    assert again(order).state == OrderState.CANCELLED
    assert order.history.latest("pk").reason == "sold out before the payment came"
    assert payment_facts(payment_id).state == "voided"
    assert free(scarf) == 1


def test_a_payment_that_comes_after_the_cancellation_is_let_go(scarf):
    order = make_order((scarf, 2))
    payment_id = approve(order)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        sync_order(order.pk)
        assert again(order).state == OrderState.CANCELLED
        sync_payment(payment_id)
    assert again(order).state == OrderState.CANCELLED
    assert payment_facts(payment_id).state == "voided"
    assert free(scarf) == 10


def test_the_first_parcel_on_its_way_takes_the_money_and_the_pieces(scarf):
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    order = make_order((scarf, 2), (bowl, 1))
    payment_id = pay(order)
    first, second = order.parcels.all()
    dispatch_parcel(parcel_id=first.pk, actor="merchant")
    send(first)
    assert again(order).state == OrderState.PARTLY_DISPATCHED
    assert payment_facts(payment_id).captured == order.total
    assert StockLevel.objects.get(variant=scarf).on_hand == 8
    assert StockLevel.objects.get(variant=bowl).on_hand == 10
    dispatch_parcel(parcel_id=second.pk, actor="merchant")
    send(second)
    assert again(order).state == OrderState.DISPATCHED
    assert StockLevel.objects.get(variant=bowl).on_hand == 9


def test_an_order_is_delivered_when_every_parcel_is(scarf):
    order = make_order((scarf, 1))
    pay(order)
    parcel = order.parcels.get()
    dispatch_parcel(parcel_id=parcel.pk, actor="merchant")
    send(parcel)
    send(parcel, ShipmentState.DELIVERED)
    assert again(order).state == OrderState.DELIVERED
    assert again(order).settled_at is not None
    kinds = order.mails.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["order_confirmed", "order_dispatched"]
    assert sum(balance.amount.amount for balance in trial_balance()) == 0


def test_an_unknown_order_is_refused(reference):
    with pytest.raises(OrderNotFound):
        sync_order(4711)
