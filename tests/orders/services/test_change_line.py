"""Changing a line: to so many pieces, none removes it."""

import pytest

from orders.models import CartLine
from orders.refusals import BadQuantity, CartNotFound, NotEnoughStock
from orders.services.change_line import change_line
from tests.orders.making import make_cart, make_variant


def test_a_line_is_set_to_so_many_pieces(scarf):
    change_line(cart_token=make_cart((scarf, 2)), variant_id=scarf.pk, quantity=7)
    assert CartLine.objects.get().quantity == 7


def test_none_removes_the_line(scarf):
    change_line(cart_token=make_cart((scarf, 2)), variant_id=scarf.pk, quantity=0)
    assert not CartLine.objects.exists()


@pytest.mark.parametrize("quantity", [-1, 100, False, 0.0, "0", None])
def test_an_impossible_quantity_changes_nothing(scarf, quantity):
    with pytest.raises(BadQuantity):
        change_line(cart_token=make_cart((scarf, 2)), variant_id=scarf.pk, quantity=quantity)
    assert CartLine.objects.get().quantity == 2


def test_more_than_there_is_changes_nothing(scarf):
    with pytest.raises(NotEnoughStock):
        change_line(cart_token=make_cart((scarf, 2)), variant_id=scarf.pk, quantity=11)
    assert CartLine.objects.get().quantity == 2


def test_a_variant_that_is_not_in_the_cart_stays_out(scarf, merchant):
    other = make_variant(merchant, "OTHER")
    change_line(cart_token=make_cart((scarf, 2)), variant_id=other.pk, quantity=1)
    assert CartLine.objects.get().variant_id == scarf.pk


def test_somebody_elses_cart_is_not_found(scarf):
    make_cart((scarf, 2))
    with pytest.raises(CartNotFound):
        change_line(cart_token="guessed", variant_id=scarf.pk, quantity=1)
    assert CartLine.objects.get().quantity == 2
