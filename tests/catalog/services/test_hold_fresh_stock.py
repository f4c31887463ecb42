"""Holding stock for a reference that is just being made."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from catalog.models import StockHold, StockLevel
from catalog.refusals import OutOfStock
from catalog.services.hold_fresh_stock import hold_fresh_stock
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product, make_variant

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=30)


def test_all_lines_are_held_until_the_moment_said():
    product = make_product(make_merchant())
    first, second = product.variants.get(), make_variant(product, sku="V2")
    hold_fresh_stock(reference="CW-1", lines=[StockLine(second.pk, 1), StockLine(first.pk, 2)], until=LATER)
    assert list(
        StockHold.objects.order_by("quantity").values_list("variant", "quantity", "until", "state")
    ) == [
        (second.pk, 1, LATER, "held"),
        (first.pk, 2, LATER, "held"),
    ]
    assert list(StockLevel.objects.order_by("variant").values_list("variant", "held")) == [
        (first.pk, 2),
        (second.pk, 1),
    ]


def test_pieces_that_are_not_there_refuse_all_lines():
    product = make_product(make_merchant())
    first, second = product.variants.get(), make_variant(product, sku="V2")
    with pytest.raises(OutOfStock), transaction.atomic():
        hold_fresh_stock(
            reference="CW-1", lines=[StockLine(first.pk, 1), StockLine(second.pk, 999)], until=LATER
        )
    assert not StockHold.objects.exists()
    assert not StockLevel.objects.filter(held__gt=0).exists()


def test_a_used_reference_is_refused_and_nothing_more_is_held():
    variant = make_product(make_merchant()).variants.get()
    hold_fresh_stock(reference="CW-1", lines=[StockLine(variant.pk, 1)], until=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        hold_fresh_stock(reference="CW-1", lines=[StockLine(variant.pk, 1)], until=LATER)
    assert StockLevel.objects.get(variant=variant).held == 1


def test_one_read_one_insert_and_one_update_a_line(django_assert_num_queries):
    product = make_product(make_merchant())
    lines = [StockLine(product.variants.get().pk, 1), StockLine(make_variant(product, sku="V2").pk, 1)]
    with django_assert_num_queries(2 + len(lines)):
        hold_fresh_stock(reference="CW-1", lines=lines, until=LATER)
