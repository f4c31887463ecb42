"""Placing: all or nothing, once per key, exactly what the quote said."""

from datetime import timedelta

import pytest
import time_machine

from catalog.refusals import OutOfStock
from catalog.services.set_stock import set_stock
from localization import clock
from orders.models import CartLine, Order, PlacedKey, Quote
from orders.refusals import (
    AddressMissing,
    BadEmail,
    CartNotFound,
    KeyReused,
    QuoteExpired,
    QuoteNotFound,
    QuoteOutdated,
    QuoteUsed,
    TermsNotAccepted,
)
from orders.services.add_to_cart import add_to_cart
from orders.services.open_quote import open_quote
from orders.services.place_order import place_order
from orders.services.switch_market import switch_market
from orders.states import OrderState
from orders.values.requests import QuoteRequest
from payments.models import PaymentAllocation
from payments.selectors import payment_facts
from tests.orders.making import eur, free, make_cart, make_merchant, make_quote, make_variant, make_wish


def nothing_happened(variant, pieces=10):
    """No order, no key, no piece held, and the cart as it was."""
    assert not Order.objects.exists()
    assert not PlacedKey.objects.exists()
    assert not Quote.objects.exclude(used_at=None).exists()
    assert free(variant) == pieces


def test_an_order_is_exactly_its_quote(scarf):
    token = make_cart((scarf, 2))
    order = Order.objects.get(pk=place_order(make_wish(token, make_quote(token))))
    assert order.state == OrderState.AWAITING_PAYMENT
    assert (order.goods, order.freight, order.duty) == (eur("75.90"), eur("7.40"), eur("3.00"))
    assert order.tax == eur("15.83")
    assert order.total == order.quote.total == eur("102.13")
    line = order.lines.get()
    assert (line.sku, line.title, line.quantity, line.amount) == ("SCARF", "Schal SCARF", 2, eur("75.90"))
    assert [(charge.kind, charge.authority, charge.amount) for charge in order.charges.all()] == [
        ("duty", "DE:Zoll", eur("3.00")),
        ("vat", "EU:IOSS", eur("15.83")),
    ]
    assert [(row.source, row.target) for row in order.history.all()] == [("", "awaiting_payment")]


def test_stock_is_held_and_the_cart_is_empty_afterwards(scarf):
    token = make_cart((scarf, 3))
    place_order(make_wish(token, make_quote(token)))
    assert free(scarf) == 7
    assert not CartLine.objects.exists()


def test_the_payment_says_whose_the_money_is(scarf):
    token = make_cart((scarf, 2))
    order = Order.objects.get(pk=place_order(make_wish(token, make_quote(token))))
    payment_id = order.payments.get().payment_id
    assert payment_facts(payment_id).amount == eur("102.13")
    parts = PaymentAllocation.objects.filter(payment=payment_id).values_list("account", "party", "minor")
    assert set(parts) == {
        ("merchant_payable", "merchant:jiangnan", 7590),
        ("freight_payable", "carrier:sandbox", 740),
        ("duty_payable", "authority:DE:Zoll", 300),
        ("tax_payable", "authority:EU:IOSS", 1583),
    }


def test_each_warehouse_makes_a_parcel(scarf):
    other = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    token = make_cart((scarf, 1), (other, 1))
    order = Order.objects.get(pk=place_order(make_wish(token, make_quote(token))))
    assert [parcel.reference for parcel in order.parcels.all()] == [f"{order.number}-1", f"{order.number}-2"]
    assert sum((parcel.total for parcel in order.parcels.all()), eur(0)) == order.total
    assert (free(scarf), free(other)) == (9, 9)


def test_the_same_key_gives_the_same_order(scarf):
    token = make_cart((scarf, 1))
    wish = make_wish(token, make_quote(token))
    assert place_order(wish) == place_order(wish)
    assert Order.objects.count() == 1
    assert free(scarf) == 9


def test_the_same_key_with_another_body_is_refused(scarf):
    token = make_cart((scarf, 1))
    quote_id = make_quote(token)
    place_order(make_wish(token, quote_id, key="one"))
    with pytest.raises(KeyReused):
        place_order(make_wish(token, quote_id, key="one", email="eve@example.com"))
    assert Order.objects.get().email == "ada@example.com"


def test_equal_keys_of_two_callers_are_strangers(scarf):
    first, second = make_cart((scarf, 1)), make_cart((scarf, 1))
    place_order(make_wish(first, make_quote(first), key="one"))
    place_order(make_wish(second, make_quote(second), key="one"))
    assert Order.objects.count() == 2


def test_a_quote_makes_one_order(scarf):
    token = make_cart((scarf, 1))
    quote_id = make_quote(token)
    place_order(make_wish(token, quote_id))
    with pytest.raises(QuoteUsed):
        place_order(make_wish(token, quote_id))
    assert Order.objects.count() == 1


def test_an_expired_quote_is_refused(scarf):
    token = make_cart((scarf, 1))
    quote_id = make_quote(token)
    with time_machine.travel(clock.now() + timedelta(minutes=30)), pytest.raises(QuoteExpired):
        place_order(make_wish(token, quote_id))
    nothing_happened(scarf)


def test_a_cart_that_changed_since_is_refused(scarf):
    token = make_cart((scarf, 1))
    quote_id = make_quote(token)
    add_to_cart(cart_token=token, variant_id=scarf.pk, quantity=1)
    with pytest.raises(QuoteOutdated):
        place_order(make_wish(token, quote_id))
    nothing_happened(scarf)


def test_a_cart_that_went_to_another_market_is_refused(scarf):
    token = make_cart((scarf, 1))
    quote_id = make_quote(token)
    switch_market(cart_token=token, market="gb", language="en")
    with pytest.raises(QuoteOutdated):
        place_order(make_wish(token, quote_id))
    nothing_happened(scarf)


def test_without_an_address_nothing_is_ordered(scarf):
    token = make_cart((scarf, 1))
    quote_id = open_quote(QuoteRequest(cart_token=token, country="DE"))
    with pytest.raises(AddressMissing):
        place_order(make_wish(token, quote_id))
    nothing_happened(scarf)


def test_the_quote_of_another_cart_does_not_exist(scarf):
    mine, theirs = make_cart((scarf, 1)), make_cart((scarf, 1))
    with pytest.raises(QuoteNotFound):
        place_order(make_wish(mine, make_quote(theirs)))
    with pytest.raises(CartNotFound):
        place_order(make_wish("guessed", make_quote(theirs)))
    nothing_happened(scarf)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"email": "ada"}, BadEmail),
        ({"email": "ada@example.com\nBcc: eve@example.com"}, BadEmail),
        ({"terms": ""}, TermsNotAccepted),
        ({"key": ""}, KeyReused),
        ({"key": "x" * 101}, KeyReused),
    ],
)
def test_an_incomplete_wish_is_refused(scarf, change, refusal):
    token = make_cart((scarf, 1))
    with pytest.raises(refusal):
        place_order(make_wish(token, make_quote(token), **change))
    nothing_happened(scarf)


def test_sold_out_meanwhile_writes_nothing(scarf):
    token = make_cart((scarf, 4))
    quote_id = make_quote(token)
    set_stock(variant_id=scarf.pk, warehouse_id=scarf.merchant.warehouses.get().pk, on_hand=3)
    with pytest.raises(OutOfStock) as no:
        place_order(make_wish(token, quote_id))
    assert (no.value.sku, no.value.left) == ("SCARF", 3)
    nothing_happened(scarf, pieces=3)
    assert CartLine.objects.get().quantity == 4


@pytest.mark.parametrize("key", ["", "k" * 101, "\x00", "a\nb", "schlüssel", "٣"])
def test_a_key_is_short_printable_ascii(scarf, key):
    token = make_cart((scarf, 1))
    with pytest.raises(KeyReused):
        place_order(make_wish(token, make_quote(token), key=key))
    nothing_happened(scarf)
