"""Goods sent back: the buyer gets their price and what the scheme gives back; what an authority keeps stays owed to it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from localization import clock
from logistics.duty_refunds import RefundPart
from logistics.models import Shipment, ShipmentHistory
from orders.allocating import return_allocations
from orders.freezing import thaw
from orders.refusals import CannotRefund
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.refund_return import refund_return
from orders.services.sync_order import sync_order
from orders.values.quote import QuotedParcel
from payments.models import Refund
from payments.refusals import KeyReused
from payments.selectors import payment_facts, trial_balance
from tests.orders.making import eur, make_order
from tests.orders.outside import again, pay

pytestmark = pytest.mark.django_db(transaction=True)


def moved(order, state, days=0):
    """The order's only parcel got there so many days ago."""
    link = order.parcels.get().shipments.get()
    Shipment.objects.filter(pk=link.shipment_id).update(state=state, number=f"LX{link.pk:09}CN")
    at = clock.now() - timedelta(days=days)
    ShipmentHistory.objects.create(shipment_id=link.shipment_id, source="booked", target=state, at=at)
    sync_order(order.pk)


@pytest.fixture
def order(scarf):
    """Two scarves, delivered to Berlin three days ago."""
    order = make_order((scarf, 2))
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    moved(order, "delivered", 3)
    return again(order)


def refund(order, pieces):
    """The operator counted so many scarves."""
    variant_id = order.lines.get().variant_id
    return refund_return(
        parcel_id=order.parcels.get().pk, returned={variant_id: pieces}, actor="olga@example.com"
    )


def refunded(order):
    """What the gateway gave back."""
    return payment_facts(order.payments.get().payment_id).refunded


def owed():
    """What is still owed, by kind of account."""
    sums = {}
    for balance in trial_balance():
        kind = balance.account.partition(":")[0]
        sums[kind] = sums.get(kind, 0) - balance.amount.amount
    return sums


def test_the_whole_parcel_back_brings_everything_but_fees(order):
    refund(order, 2)
    assert refunded(order) == order.total - order.fees
    assert owed().get("merchant_payable", 0) == 0
    assert owed().get("duty_payable", 0) == 0
    assert owed().get("tax_payable", 0) == 0
    assert again(order).state == "delivered"


def test_one_of_two_brings_half_of_goods_duty_and_tax_but_no_freight(order):
    before = owed()
    refund(order, 1)
    half = (order.goods + order.duty + order.tax).amount / 2
    assert abs(refunded(order).amount - half) <= order.charges.count() * eur("0.01").amount
    assert owed()["merchant_payable"] == before["merchant_payable"] / 2
    assert owed()["freight_payable"] == before["freight_payable"]
    assert sum(balance.amount.amount for balance in trial_balance()) == 0


def test_what_an_authority_keeps_is_not_paid_back_and_stays_owed(order):
    parcel = thaw(QuotedParcel, order.parcels.get().body)
    parts = [RefundPart(charge=charge, amount=charge.amount, way="none") for charge in parcel.landed.charges]
    shares = return_allocations(parcel, {order.lines.get().variant_id: 2}, parts)
    assert {share.account for share in shares} == {"merchant_payable", "freight_payable"}
    assert sum(share.amount.amount for share in shares) == (order.goods + order.freight).amount


def test_a_second_click_pays_nothing_more_and_other_pieces_are_refused(order):
    assert refund(order, 1) == refund(order, 1)
    with pytest.raises(KeyReused):
        refund(order, 2)
    assert Refund.objects.count() == 1


def test_what_was_paid_back_in_full_is_not_paid_back_again(order):
    refund(order, 2)
    with pytest.raises(CannotRefund):
        refund(order, 2)
    assert Refund.objects.count() == 1


@pytest.mark.parametrize("state", ["handed_over", "lost"])
def test_a_parcel_that_did_not_arrive_is_no_return(scarf, state):
    order = make_order((scarf, 2))
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    moved(order, state)
    with pytest.raises(CannotRefund):
        refund(order, 2)
    assert not Refund.objects.exists()


def test_nothing_sent_back_brings_nothing_and_too_many_are_refused(order):
    with pytest.raises(CannotRefund):
        refund(order, 0)
    with pytest.raises(ValueError, match="cannot go back"):
        refund(order, 3)
    assert not Refund.objects.exists()


def test_an_operator_presses_the_button_of_the_parcel(client, django_user_model, order):
    client.force_login(django_user_model.objects.create_superuser("olga@example.com", "long enough"))
    url = reverse("admin:orders_orderparcel_pay_back", args=[order.parcels.get().pk])
    client.post(url, {"_form_submitted": "1"}, headers={"HX-Request": "true"})
    assert refunded(order) == order.total - order.fees
    assert Refund.objects.get().reason == "goods sent back"
