"""Holding stock: all or nothing, once per reference, never more than there is."""

from datetime import timedelta

import pytest

from catalog.events import stock_changed
from catalog.models import StockHold, StockLevel, Warehouse
from catalog.refusals import OutOfStock
from catalog.services.hold_stock import hold_stock
from catalog.services.release_stock import release_stock
from catalog.states import HoldState
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product, make_variant

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=30)


def held(variant) -> int:
    return StockLevel.objects.get(variant=variant).held


def test_pieces_are_promised_until_a_moment():
    variant = make_product(make_merchant()).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=LATER)
    hold = StockHold.objects.get()
    assert (hold.reference, hold.quantity, hold.until, hold.state) == ("CW-1", 3, LATER, HoldState.HELD)
    assert held(variant) == 3


def test_the_same_reference_again_changes_nothing():
    variant = make_product(make_merchant()).variants.get()
    for _ in range(3):
        hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=LATER)
    assert held(variant) == 3
    assert StockHold.objects.count() == 1


def test_lines_of_one_variant_are_summed_against_stock():
    variant = make_product(make_merchant()).variants.get()
    with pytest.raises(OutOfStock):
        hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 6), StockLine(variant.pk, 5)], until=LATER)
    hold_stock(reference="CW-2", lines=[StockLine(variant.pk, 6), StockLine(variant.pk, 4)], until=LATER)
    assert held(variant) == 10


def test_too_few_pieces_of_one_line_hold_nothing_of_any():
    product = make_product(make_merchant())
    plenty, scarce = product.variants.get(), make_variant(product, sku="SCARCE", on_hand=2)
    with pytest.raises(OutOfStock) as refused:
        hold_stock(reference="CW-1", lines=[StockLine(plenty.pk, 1), StockLine(scarce.pk, 3)], until=LATER)
    assert (refused.value.sku, refused.value.left) == ("SCARCE", 2)
    assert (held(plenty), held(scarce)) == (0, 0)
    assert not StockHold.objects.exists()


def test_a_variant_without_stock_anywhere_is_out_of_stock():
    variant = make_product(make_merchant()).variants.get()
    StockLevel.objects.all().delete()
    with pytest.raises(OutOfStock):
        hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 1)], until=LATER)


def test_the_fullest_warehouse_gives():
    merchant = make_merchant()
    variant = make_product(merchant).variants.get()
    annex = Warehouse.objects.create(
        code="annex", merchant=merchant, name="Annex", country="CN", city="Ningbo"
    )
    level = StockLevel.objects.create(variant=variant, warehouse=annex, on_hand=50)
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 20)], until=LATER)
    assert StockHold.objects.get().level == level


def test_what_lapsed_is_held_again_under_its_reference():
    variant = make_product(make_merchant()).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)
    release_stock(reference="CW-1")
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=LATER)
    hold = StockHold.objects.get()
    assert (hold.state, hold.until, held(variant)) == (HoldState.HELD, LATER, 3)
    assert [move.target for move in hold.history.all()] == [HoldState.RELEASED, HoldState.HELD]


def test_the_number_of_queries_grows_with_lines_by_one(django_assert_num_queries):
    product = make_product(make_merchant())
    lines = [StockLine(product.variants.get().pk, 1)]
    lines += [StockLine(make_variant(product, sku=f"V{number}").pk, 1) for number in range(4)]
    with django_assert_num_queries(
        2 + 3 + len(lines)
    ):  # a savepoint, two reads, one insert, one update a line
        hold_stock(reference="CW-1", lines=lines, until=LATER)


def test_the_last_piece_is_announced(django_capture_on_commit_callbacks):
    variant = make_product(make_merchant()).variants.get()
    heard = []

    def hear(product_ids, **_):
        heard.append(product_ids)

    stock_changed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 9)], until=LATER)
        assert heard == []
        with django_capture_on_commit_callbacks(execute=True):
            hold_stock(reference="CW-2", lines=[StockLine(variant.pk, 1)], until=LATER)
        assert heard == [[variant.product_id]]
    finally:
        stock_changed.disconnect(hear)


def test_no_pieces_are_no_order():
    variant = make_product(make_merchant()).variants.get()
    with pytest.raises(ValueError, match="at least one"):
        hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 0)], until=LATER)
