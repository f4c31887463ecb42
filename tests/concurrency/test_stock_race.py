"""200 buyers at once for 20 pieces: without the guard too many are sold, with it exactly 20."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from catalog.models import StockHold, StockLevel, Variant
from catalog.refusals import OutOfStock
from catalog.services.hold_stock import hold_stock
from catalog.services.release_stock import release_stock
from catalog.values import StockLine
from localization import clock
from tests.catalog.making import make_merchant, make_product, make_variant

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
BUYERS, PIECES, AT_ONCE = 200, 20, 25


def sold(buy: Callable[[int], None]) -> Counter[str]:
    """What became of the buyers, of whom so many stand at the till at the same instant."""
    gate = Barrier(AT_ONCE)

    def one(number: int) -> str:
        try:
            gate.wait(timeout=30)
            buy(number)
        except OutOfStock:
            return "out of stock"
        finally:
            connection.close()
        return "bought"

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        return Counter(pool.map(one, range(BUYERS)))


@pytest.fixture
def variant() -> Variant:
    """A variant of which twenty pieces are left."""
    product = make_product(make_merchant())
    return make_variant(product, sku="LAST-ONES", on_hand=PIECES)


def test_read_add_save_sells_too_many(variant: Variant) -> None:
    seen = Barrier(AT_ONCE)

    def unguarded(number: int) -> None:
        with transaction.atomic():
            level = StockLevel.objects.get(variant=variant)
            if level.on_hand - level.held < 1:
                raise OutOfStock(sku=variant.sku, left=0)
            if number < AT_ONCE:
                seen.wait(timeout=30)
            level.held += 1
            level.save()
            StockHold.objects.create(
                reference=f"buyer-{number}", variant=variant, level=level, quantity=1, until=clock.now()
            )

    assert sold(unguarded)["bought"] > PIECES


def test_two_hundred_buyers_get_exactly_the_twenty_pieces(variant: Variant) -> None:
    until = clock.now() + timedelta(minutes=30)

    def guarded(number: int) -> None:
        hold_stock(reference=f"buyer-{number}", lines=[StockLine(variant.pk, 1)], until=until)

    assert sold(guarded) == {"bought": PIECES, "out of stock": BUYERS - PIECES}
    level = StockLevel.objects.get(variant=variant)
    assert (level.on_hand, level.held) == (PIECES, PIECES)
    assert StockHold.objects.count() == PIECES


def test_one_reference_sent_many_times_at_once_holds_once(variant: Variant) -> None:
    until = clock.now() + timedelta(minutes=30)
    outcome = sold(lambda _: hold_stock(reference="one", lines=[StockLine(variant.pk, 3)], until=until))
    assert outcome == {"bought": BUYERS}
    assert StockLevel.objects.get(variant=variant).held == 3


def test_baskets_in_opposite_order_do_not_block_each_other(variant: Variant) -> None:
    other = make_variant(variant.product, sku="OTHER", on_hand=BUYERS)
    StockLevel.objects.update(on_hand=BUYERS)
    until = clock.now() + timedelta(minutes=30)

    def buy(number: int) -> None:
        lines = [StockLine(variant.pk, 1), StockLine(other.pk, 1)]
        hold_stock(reference=f"buyer-{number}", lines=lines if number % 2 else lines[::-1], until=until)

    assert sold(buy) == {"bought": BUYERS}


def test_a_hold_released_many_times_at_once_comes_back_once(variant: Variant) -> None:
    until = clock.now() + timedelta(minutes=30)
    hold_stock(reference="one", lines=[StockLine(variant.pk, 3)], until=until)
    hold_stock(reference="two", lines=[StockLine(variant.pk, 4)], until=until)
    sold(lambda _: release_stock(reference="one"))
    assert StockLevel.objects.get(variant=variant).held == 4
