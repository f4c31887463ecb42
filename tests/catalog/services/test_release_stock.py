"""Releasing stock: back on the shelf, once."""

from datetime import timedelta

import pytest

from catalog.models import StockHold, StockLevel
from catalog.services.hold_stock import hold_stock
from catalog.services.release_stock import release_stock
from catalog.services.take_stock import take_stock
from catalog.states import HoldState
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def variant():
    variant = make_product(make_merchant()).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)
    return variant


def test_held_pieces_go_back_once(variant):
    hold_stock(reference="CW-2", lines=[StockLine(variant.pk, 4)], until=NOON)
    release_stock(reference="CW-1", reason="cancelled")
    release_stock(reference="CW-1")
    assert StockLevel.objects.get().held == 4
    assert [move.reason for move in StockHold.objects.get(reference="CW-1").history.all()] == ["cancelled"]


def test_pieces_that_left_do_not_come_back(variant):
    take_stock(reference="CW-1")
    release_stock(reference="CW-1")
    level = StockLevel.objects.get()
    assert (level.on_hand, level.held) == (7, 0)


def test_a_hold_that_was_extended_meanwhile_stays(variant):
    release_stock(reference="CW-1", expired_by=NOON - timedelta(seconds=1))
    assert StockHold.objects.get().state == HoldState.HELD
    assert StockLevel.objects.get().held == 3


def test_an_unknown_reference_is_nothing_to_release(variant):
    release_stock(reference="unknown")
    assert StockLevel.objects.get().held == 3
