"""Extending a hold: later, never earlier, and not once it has lapsed."""

from datetime import timedelta

import pytest

from catalog.models import StockHold
from catalog.refusals import HoldLapsed
from catalog.services.extend_hold import extend_hold
from catalog.services.hold_stock import hold_stock
from catalog.services.release_stock import release_stock
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


@pytest.fixture(autouse=True)
def _hold():
    variant = make_product(make_merchant()).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)


def test_a_hold_lasts_until_the_later_moment():
    extend_hold(reference="CW-1", until=LATER)
    extend_hold(reference="CW-1", until=NOON)
    assert StockHold.objects.get().until == LATER


def test_a_lapsed_hold_cannot_be_extended():
    release_stock(reference="CW-1")
    with pytest.raises(HoldLapsed):
        extend_hold(reference="CW-1", until=LATER)
    assert StockHold.objects.get().until == NOON
