"""Placing, paying and cancelling at once. Each race is shown with its lock off first."""

from collections import Counter
from functools import partial
from itertools import pairwise
from threading import Barrier

import pytest
from django.db import OperationalError
from django.db.models import F

from catalog.models import StockLevel
from catalog.refusals import OutOfStock
from orders.models import Order, OrderPayment, PlacedKey
from orders.refusals import QuoteUsed
from orders.services import _placing
from orders.services import cancel_order as cancelling
from orders.services import place_order as placing
from orders.services import sync_order as syncing
from orders.services.cancel_order import cancel_order
from orders.services.place_order import place_order
from orders.services.sync_order import sync_order
from payments.models import Payment
from payments.selectors import payment_facts
from payments.services.sync_payment import sync_payment
from tests.concurrency.crowd import AT_ONCE, crowd
from tests.orders import outside
from tests.orders.making import (
    free,
    make_cart,
    make_merchant,
    make_order,
    make_quote,
    make_reference,
    make_variant,
    make_wish,
)

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
SENDERS, BUYERS, PIECES = 50, 200, 20


@pytest.fixture
def merchant(settings):
    """A workshop in Hangzhou, a gateway and a carrier that answer from memory."""
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    settings.CARRIERS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeCarrier", "OPTIONS": {}}}
    outside.forget()
    make_reference()
    return make_merchant()


def wishes(count, *lines):
    """So many buyers' wishes for the same lines, each with a cart and a quote of its own."""
    tokens = [make_cart(*lines) for _ in range(count)]
    return [make_wish(token, make_quote(token)) for token in tokens]


def send(wish, times):
    """The same wish sent many times at once."""
    return crowd([partial(place_order, wish)] * times)


def test_without_the_keys_row_later_senders_do_not_find_their_order(merchant, monkeypatch):
    def unclaimed(wish):
        return PlacedKey(caller=wish.caller, key=wish.key)

    monkeypatch.setattr(placing, "_claim", unclaimed)
    (wish,) = wishes(1, (make_variant(merchant), 1))
    answers = send(wish, SENDERS)
    assert sum(isinstance(answer, QuoteUsed) for answer in answers) == SENDERS - 1


def test_one_key_sent_fifty_times_makes_one_order_and_one_payment(merchant):
    scarf = make_variant(merchant)
    (wish,) = wishes(1, (scarf, 1))
    answers = send(wish, SENDERS)
    assert set(answers) == {Order.objects.get().pk}
    assert OrderPayment.objects.count() == Payment.objects.count() == 1
    assert free(scarf) == 9


def test_read_add_save_sells_more_than_there_is(merchant, monkeypatch):
    scarf = make_variant(merchant, on_hand=PIECES)
    seen = Barrier(AT_ONCE)

    def unguarded(*, reference, lines, until):
        level = StockLevel.objects.get(variant_id=lines[0].variant_id)
        seen.wait(timeout=30)
        level.held += lines[0].quantity
        level.save()

    monkeypatch.setattr(_placing, "hold_fresh_stock", unguarded)
    crowd([partial(place_order, wish) for wish in wishes(AT_ONCE, (scarf, 1))])
    assert Order.objects.count() == AT_ONCE > PIECES


def test_two_hundred_buyers_for_twenty_pieces_make_exactly_twenty_orders(merchant):
    scarf = make_variant(merchant, on_hand=PIECES)
    answers = crowd([partial(place_order, wish) for wish in wishes(BUYERS, (scarf, 1))])
    kinds = Counter("order" if isinstance(answer, int) else type(answer) for answer in answers)
    assert kinds == {"order": PIECES, OutOfStock: BUYERS - PIECES}
    assert Order.objects.count() == Payment.objects.count() == PIECES
    level = StockLevel.objects.get(variant=scarf)
    assert (level.on_hand, level.held) == (PIECES, PIECES)


def opposite_baskets(merchant, count):
    """Pairs of wishes for the same two articles, put into the cart in opposite order."""
    one, two = make_variant(merchant, "ONE", on_hand=100), make_variant(merchant, "TWO", on_hand=100)
    forth, back = wishes(count, (one, 1), (two, 1)), wishes(count, (two, 1), (one, 1))
    return [wish for pair in zip(forth, back, strict=True) for wish in pair]


def test_holding_in_the_order_of_the_cart_ends_in_a_deadlock(merchant, monkeypatch):
    half_way = Barrier(2)

    def in_cart_order(*, reference, lines, until):
        for number, line in enumerate(lines):
            StockLevel.objects.filter(variant_id=line.variant_id).update(held=F("held") + line.quantity)
            if number == 0:
                half_way.wait(timeout=30)

    monkeypatch.setattr(_placing, "hold_fresh_stock", in_cart_order)
    answers = crowd([partial(place_order, wish) for wish in opposite_baskets(merchant, 1)])
    assert [type(answer) for answer in answers if isinstance(answer, Exception)] == [OperationalError]


def test_opposite_baskets_never_wait_for_each_other(merchant):
    answers = crowd([partial(place_order, wish) for wish in opposite_baskets(merchant, 25)])
    assert [answer for answer in answers if isinstance(answer, Exception)] == []
    assert Order.objects.count() == 50


def test_opposite_baskets_of_two_warehouses_never_wait_for_each_other(merchant):
    here = make_variant(merchant, "HERE", on_hand=100)
    there = make_variant(
        make_merchant("kyoto", "JP", "JPY"), "THERE", on_hand=100, price="4200", hs_code="691200"
    )
    both = [*wishes(20, (here, 1), (there, 1)), *wishes(20, (there, 1), (here, 1))]
    answers = crowd([partial(place_order, wish) for wish in both])
    assert [answer for answer in answers if isinstance(answer, Exception)] == []


def cancel_and_pay(order, payment_id):
    """The buyer cancels while the gateway's news arrives."""
    cancel = partial(cancel_order, order_id=order.pk, actor="buyer", reason="")
    return crowd([cancel, partial(sync_payment, payment_id)])


def moves(order):
    """The order's history as pairs."""
    return list(order.history.order_by("pk").values_list("source", "target"))


def test_without_the_orders_lock_it_leaves_one_state_twice_or_ends_in_a_deadlock(
    merchant, monkeypatch, caplog
):
    order = make_order((make_variant(merchant), 2))
    payment_id = outside.approve(order)
    both_have_read = Barrier(2)

    def unlocked(order_id):
        order = Order.objects.get(pk=order_id)
        if order.state == "awaiting_payment":
            both_have_read.wait(timeout=30)
        return order

    for module in (cancelling, syncing):
        monkeypatch.setattr(module, "lock_order", unlocked)
    answers = cancel_and_pay(order, payment_id)
    twice = Counter(source for source, _ in moves(order))["awaiting_payment"] == 2
    assert twice or "deadlock detected" in f"{answers} {caplog.text}"


def test_cancelling_and_paying_at_once_gives_everything_back_once(merchant):
    scarf = make_variant(merchant, on_hand=100)
    for _ in range(5):
        order = make_order((scarf, 2))
        payment_id = outside.approve(order)
        answers = cancel_and_pay(order, payment_id)
        assert [answer for answer in answers if isinstance(answer, Exception)] == []
        sync_order(order.pk)
        history = moves(order)
        assert all(before[1] == after[0] for before, after in pairwise(history))
        assert history[-1][1] == "cancelled"
        facts = payment_facts(payment_id)
        assert (facts.state, facts.captured.amount) == ("voided", 0)
        assert free(scarf) == 100
