"""Switching the market: the cart stores no price, so the next look prices it there."""

import pytest

from localization.selectors import UnknownMarket
from orders.models import Cart
from orders.refusals import CartNotFound
from orders.selectors.cart_view import cart_view
from orders.services.switch_market import switch_market
from tests.orders.making import make_cart


def test_a_cart_is_priced_where_it_is(scarf):
    token = make_cart((scarf, 2))
    assert str(cart_view(token, "en").goods.currency) == "EUR"
    switch_market(cart_token=token, market="jp", language="ja")
    view = cart_view(token, "ja")
    assert str(view.goods.currency) == "JPY"
    assert view.goods.amount % 1 == 0
    assert view.lines[0].amount == view.lines[0].unit_price * 2


def test_an_unknown_market_changes_nothing(scarf):
    token = make_cart((scarf, 2))
    with pytest.raises(UnknownMarket):
        switch_market(cart_token=token, market="xx", language="en")
    assert Cart.objects.get().market == "de"


def test_an_unknown_cart_is_refused(reference):
    with pytest.raises(CartNotFound):
        switch_market(cart_token="guessed", market="gb", language="en")
