"""Signing in: the guest's pieces come to the customer's."""

import pytest

from orders.models import Cart
from orders.refusals import CartNotFound
from orders.selectors.carts import cart_of, quantities, token_of_customer
from orders.services.add_to_cart import add_to_cart
from orders.services.merge_carts import merge_carts
from orders.services.open_cart import open_cart
from tests.orders.making import make_cart, make_variant


@pytest.fixture
def ada(django_user_model):
    """A customer."""
    return django_user_model.objects.create_user("ada@example.com", "long enough")


def test_sums_are_capped_by_stock(scarf, ada):
    own = open_cart(market="gb", language="en", customer_id=ada.pk)
    add_to_cart(cart_token=own, variant_id=scarf.pk, quantity=7)
    assert merge_carts(guest_token=make_cart((scarf, 5)), customer_id=ada.pk) == own
    assert quantities(cart_of(own)) == {scarf.pk: 10}


def test_the_guests_cart_is_gone_and_its_market_stays(scarf, ada, merchant):
    other = make_variant(merchant, "OTHER")
    own = open_cart(market="gb", language="en", customer_id=ada.pk)
    add_to_cart(cart_token=own, variant_id=other.pk, quantity=1)
    merge_carts(guest_token=make_cart((scarf, 2)), customer_id=ada.pk)
    cart = Cart.objects.get()
    assert (cart.token, cart.market, cart.language) == (own, "de", "de")
    assert quantities(cart) == {other.pk: 1, scarf.pk: 2}


def test_without_a_cart_of_ones_own_there_is_one_afterwards(scarf, ada):
    token = merge_carts(guest_token=make_cart((scarf, 2)), customer_id=ada.pk)
    assert token == token_of_customer(ada.pk)
    assert quantities(cart_of(token)) == {scarf.pk: 2}


def test_another_customers_cart_is_left_alone(scarf, ada, django_user_model):
    eve = django_user_model.objects.create_user("eve@example.com", "long enough")
    theirs = open_cart(market="de", language="de", customer_id=ada.pk)
    add_to_cart(cart_token=theirs, variant_id=scarf.pk, quantity=2)
    token = merge_carts(guest_token=theirs, customer_id=eve.pk)
    assert token != theirs
    assert quantities(cart_of(token)) == {}
    assert quantities(cart_of(theirs)) == {scarf.pk: 2}


def test_merging_again_changes_nothing(scarf, ada):
    token = merge_carts(guest_token=make_cart((scarf, 2)), customer_id=ada.pk)
    assert merge_carts(guest_token=token, customer_id=ada.pk) == token
    assert quantities(cart_of(token)) == {scarf.pk: 2}


def test_an_unknown_cart_is_refused(ada):
    with pytest.raises(CartNotFound):
        merge_carts(guest_token="guessed", customer_id=ada.pk)
    assert not Cart.objects.exists()
