"""The sweep: lost news cost minutes, not correctness."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from localization import clock
from orders import listeners
from orders.models import Cart, Order, OrderMail, Quote
from orders.services.sweep_orders import sweep_orders
from payments.selectors import payment_facts
from payments.services.sync_payment import sync_payment
from tests.orders.making import free, make_cart, make_order, make_quote
from tests.orders.outside import again, approve

pytestmark = pytest.mark.django_db(transaction=True)


class Deaf:
    """A task whose call never arrives."""

    @staticmethod
    def delay(*_):
        pass


@pytest.fixture
def lost_news(monkeypatch):
    """Every call to a worker is lost."""
    for task in ("sync_order", "send_mail"):
        monkeypatch.setattr(listeners, task, Deaf)


def test_an_order_whose_news_was_lost_gets_where_it_belongs(scarf, lost_news):
    order = make_order((scarf, 1))
    sync_payment(approve(order))
    assert again(order).state == "awaiting_payment"
    sweep_orders()
    assert again(order).state == "confirmed"


def test_unpaid_orders_give_their_pieces_back(scarf, lost_news):
    orders = [make_order((scarf, 2)) for _ in range(3)]
    assert free(scarf) == 4
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        assert sweep_orders() == 3
        assert sweep_orders() == 0
    assert {again(order).state for order in orders} == {"cancelled"}
    assert free(scarf) == 10


def test_a_cancelled_order_is_looked_at_until_nothing_is_owed(scarf, lost_news):
    order = make_order((scarf, 1))
    payment_id = approve(order)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        sweep_orders()
        sync_payment(payment_id)
        sweep_orders()
    assert again(order).state == "cancelled"
    assert payment_facts(payment_id).state == "voided"
    assert payment_facts(payment_id).captured.amount == 0


def test_letters_that_were_lost_are_sent(scarf, lost_news):
    order = make_order((scarf, 1))
    sync_payment(approve(order))
    sweep_orders()
    assert mail.outbox == []
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        sweep_orders()
        sweep_orders()
    assert len(mail.outbox) == 1
    assert OrderMail.objects.get().sent_at is not None


def test_one_order_that_fails_does_not_keep_the_others(scarf, lost_news, monkeypatch):
    broken, sound = make_order((scarf, 1)), make_order((scarf, 1))
    Order.objects.filter(pk=broken.pk).update(state="confirmed")
    broken.parcels.update(body={})
    sync_payment(approve(sound))
    sweep_orders()
    assert again(sound).state == "confirmed"


def test_what_nobody_came_back_to_is_forgotten_and_orders_are_not(scarf):
    order = make_order((scarf, 1))
    abandoned = make_cart((scarf, 1))
    make_quote(abandoned)
    with time_machine.travel(clock.now() + timedelta(days=91)):
        sweep_orders()
    assert not Cart.objects.filter(token=abandoned).exists()
    assert list(Quote.objects.all()) == [order.quote]
    assert again(order).total == order.total
