"""Adding: pieces sum up, bounds and stock hold."""

import pytest

from orders.models import CartLine
from orders.refusals import BadQuantity, CartNotFound, NotEnoughStock, NotForSale, Restricted, TooManyLines
from orders.services import add_to_cart as module
from orders.services.add_to_cart import add_to_cart
from orders.services.open_cart import open_cart
from tests.orders.making import make_cart, make_variant


def lines():
    """What lies in all carts."""
    return list(CartLine.objects.values_list("variant__sku", "quantity"))


def test_the_same_variant_sums_up(scarf):
    token = make_cart((scarf, 2), (scarf, 3))
    assert lines() == [("SCARF", 5)]
    with pytest.raises(NotEnoughStock) as no:
        add_to_cart(cart_token=token, variant_id=scarf.pk, quantity=6)
    assert (no.value.sku, no.value.left) == ("SCARF", 10)
    assert lines() == [("SCARF", 5)]


@pytest.mark.parametrize("quantity", [0, -1, 100, 2**63, 1.5, "3", "1e3", None, True, float("nan"), "٣"])
def test_an_impossible_quantity_is_refused(scarf, quantity):
    token = open_cart(market="de", language="de")
    with pytest.raises(BadQuantity):
        add_to_cart(cart_token=token, variant_id=scarf.pk, quantity=quantity)
    assert lines() == []


def test_a_sum_above_ninety_nine_is_refused(merchant):
    thread = make_variant(merchant, "THREAD", on_hand=500)
    token = make_cart((thread, 99))
    with pytest.raises(BadQuantity):
        add_to_cart(cart_token=token, variant_id=thread.pk, quantity=1)
    assert lines() == [("THREAD", 99)]


def test_what_is_not_listed_is_not_for_sale(scarf):
    token = open_cart(market="de", language="de")
    scarf.product.__class__.objects.filter(pk=scarf.product_id).update(state="draft")
    for variant_id in (scarf.pk, 4711):
        with pytest.raises(NotForSale):
            add_to_cart(cart_token=token, variant_id=variant_id, quantity=1)
    assert lines() == []


def test_an_unknown_cart_is_refused(scarf):
    with pytest.raises(CartNotFound):
        add_to_cart(cart_token="guessed", variant_id=scarf.pk, quantity=1)
    assert lines() == []


def test_a_cart_has_a_limit_of_articles(scarf, merchant, monkeypatch):
    monkeypatch.setattr(module, "MOST_LINES", 1)
    token = make_cart((scarf, 1))
    with pytest.raises(TooManyLines):
        add_to_cart(cart_token=token, variant_id=make_variant(merchant, "OTHER").pk, quantity=1)
    assert lines() == [("SCARF", 1)]


def test_what_may_go_to_no_country_of_the_market_is_refused_with_the_reason(merchant):
    wine = make_variant(merchant, "WINE", hs_code="220421")
    token = open_cart(market="ae", language="en")
    with pytest.raises(Restricted) as no:
        add_to_cart(cart_token=token, variant_id=wine.pk, quantity=1)
    assert (no.value.rule, no.value.kind, no.value.status) == ("alcohol-permit", "licence", 409)
    assert lines() == []
