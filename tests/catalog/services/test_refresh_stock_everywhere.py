"""Finding offers whose word on stock is wrong."""

import pytest

from catalog.models import Offer, StockLevel
from catalog.services.refresh_stock_everywhere import refresh_stock_everywhere
from tests.catalog.making import make_merchant, make_product, offer_everywhere

pytestmark = pytest.mark.django_db


def test_only_wrong_offers_are_put_right():
    merchant = make_merchant()
    gone, there = make_product(merchant), make_product(merchant)
    offer_everywhere([gone, there])
    StockLevel.objects.filter(variant__product=gone).update(on_hand=0)
    assert refresh_stock_everywhere() == 1
    assert refresh_stock_everywhere() == 0
    assert not Offer.objects.get(product=gone).in_stock
    assert Offer.objects.get(product=there).in_stock
