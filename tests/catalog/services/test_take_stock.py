"""Taking stock: pieces leave the warehouse once."""

import pytest

from catalog.models import StockLevel
from catalog.refusals import HoldLapsed
from catalog.services.hold_stock import hold_stock
from catalog.services.release_stock import release_stock
from catalog.services.take_stock import take_stock
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hold():
    variant = make_product(make_merchant()).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)


def test_held_pieces_leave_once():
    take_stock(reference="CW-1")
    take_stock(reference="CW-1")
    level = StockLevel.objects.get()
    assert (level.on_hand, level.held) == (7, 0)


@pytest.mark.parametrize("reference", ["CW-1", "unknown"])
def test_pieces_that_went_back_cannot_leave(reference):
    release_stock(reference="CW-1")
    with pytest.raises(HoldLapsed):
        take_stock(reference=reference)
    level = StockLevel.objects.get()
    assert (level.on_hand, level.held) == (10, 0)
