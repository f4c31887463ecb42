"""Refreshing what offers say about stock."""

import pytest

from catalog.models import Offer, StockLevel
from catalog.services.refresh_stock import refresh_stock
from tests.catalog.making import make_merchant, make_product, offer_everywhere

pytestmark = pytest.mark.django_db


def test_offers_follow_the_warehouse_both_ways():
    product = make_product(make_merchant())
    offer_everywhere([product])
    StockLevel.objects.update(held=10)
    refresh_stock([product.pk])
    assert not Offer.objects.get().in_stock
    StockLevel.objects.update(held=9)
    refresh_stock([product.pk])
    assert Offer.objects.get().in_stock


def test_what_has_not_changed_is_not_written(django_assert_num_queries):
    product = make_product(make_merchant())
    offer_everywhere([product])
    with django_assert_num_queries(5):  # a savepoint, two reads, one update that finds nothing
        refresh_stock([product.pk])
