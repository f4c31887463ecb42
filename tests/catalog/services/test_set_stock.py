"""Setting stock after a count."""

import pytest

from catalog.models import StockLevel
from catalog.refusals import StockBelowHeld
from catalog.services.hold_stock import hold_stock
from catalog.services.set_stock import set_stock
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product

pytestmark = pytest.mark.django_db


def test_the_counted_number_is_written_and_promises_stay():
    merchant = make_merchant()
    variant = make_product(merchant).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)
    set_stock(variant_id=variant.pk, warehouse_id=merchant.warehouses.get().pk, on_hand=3)
    level = StockLevel.objects.get()
    assert (level.on_hand, level.held) == (3, 3)


@pytest.mark.parametrize("counted", [2, -1])
def test_less_than_is_promised_is_refused_and_nothing_is_written(counted):
    merchant = make_merchant()
    variant = make_product(merchant).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)
    with pytest.raises(StockBelowHeld):
        set_stock(variant_id=variant.pk, warehouse_id=merchant.warehouses.get().pk, on_hand=counted)
    assert StockLevel.objects.get().on_hand == 10
