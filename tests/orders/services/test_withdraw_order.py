"""A withdrawal is kept with its time, cancels what has not left, and is receipted in the buyer's language."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail

from localization import clock
from orders.models import Withdrawal
from orders.refusals import CannotDispatch, OrderNotFound
from orders.services.cancel_order import cancel_order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.withdraw_order import withdraw_order
from orders.states import OrderState
from payments.selectors import payment_facts
from tests.orders.making import free, make_order
from tests.orders.outside import again, pay

pytestmark = pytest.mark.django_db(transaction=True)


def withdraw(order):
    """The buyer's second button."""
    withdraw_order(order_id=order.pk, actor="guest")


def test_before_dispatch_it_cancels_the_order_and_lets_the_money_go(scarf):
    order = make_order((scarf, 2))
    payment_id = pay(order)
    withdraw(order)
    row = Withdrawal.objects.get()
    assert (row.order_id, row.state, row.cancelled) == (order.pk, OrderState.CONFIRMED, True)
    assert again(order).state == OrderState.CANCELLED
    assert order.history.latest("pk").reason == "withdrawn by the buyer"
    assert payment_facts(payment_id).state == "voided"
    assert free(scarf) == 10


def test_after_dispatch_it_is_recorded_and_moves_nothing(scarf):
    order = make_order((scarf, 2))
    payment_id = pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    before = (again(order).state, payment_facts(payment_id).state)
    withdraw(order)
    assert Withdrawal.objects.get().cancelled is False
    assert (again(order).state, payment_facts(payment_id).state) == before
    assert before[0] != OrderState.CANCELLED


def test_the_receipt_tells_content_and_time_in_the_language_of_the_order(scarf):
    order = make_order((scarf, 2))
    with time_machine.travel(datetime(2026, 11, 22, 14, 5, tzinfo=UTC), tick=False):
        withdraw(order)
    (receipt,) = [letter for letter in mail.outbox if "Widerruf" in letter.subject]
    assert receipt.subject == f"Ihr Widerruf der Bestellung {order.number} ist eingegangen"
    assert receipt.to == ["ada@example.com"]
    assert "22.11.2026, 14:05 (UTC)" in receipt.body
    assert "2 × Schal SCARF" in receipt.body
    assert "22.11.2026, 14:05 (UTC)" in receipt.alternatives[0][0]


def test_a_second_statement_changes_nothing(scarf):
    order = make_order((scarf, 1))
    withdraw(order)
    first = Withdrawal.objects.get().at
    withdraw(order)
    assert Withdrawal.objects.get().at == first
    assert order.mails.filter(kind="order_withdrawn").count() == 1


def test_of_an_order_that_was_cancelled_nothing_has_to_come_back(scarf):
    order = make_order((scarf, 1))
    cancel_order(order_id=order.pk, actor="guest", reason="changed my mind")
    withdraw(order)
    assert Withdrawal.objects.get().cancelled is True


def test_what_the_buyer_withdrew_from_does_not_leave_any_more(scarf):
    order = make_order((scarf, 1))
    pay(order)
    Withdrawal.objects.create(order=order, at=clock.now(), state=order.state, cancelled=False)
    with pytest.raises(CannotDispatch):
        dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    assert order.parcels.get().shipments.count() == 0


def test_an_unknown_order_is_refused(reference):
    with pytest.raises(OrderNotFound):
        withdraw_order(order_id=4711, actor="guest")
    assert Withdrawal.objects.count() == 0
