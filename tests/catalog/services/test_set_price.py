"""Setting prices: base or own, never odd."""

from decimal import Decimal

import pytest
from moneyed import Money

from catalog.models import Variant, VariantPrice
from catalog.refusals import BadAmount
from catalog.services.set_price import set_price
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def variant():
    return make_product(make_merchant()).variants.get()


def test_a_price_in_the_base_currency_is_the_base_price(variant):
    set_price(variant_id=variant.pk, price=Money("310.50", "CNY"))
    assert Variant.objects.get().price == Money("310.50", "CNY")
    assert not VariantPrice.objects.exists()


def test_a_price_in_another_currency_is_the_merchants_own(variant):
    set_price(variant_id=variant.pk, price=Money(39, "EUR"))
    set_price(variant_id=variant.pk, price=Money(41, "EUR"))
    assert VariantPrice.objects.get().amount == Decimal(41)
    assert Variant.objects.get().price == Money(298, "CNY")


@pytest.mark.parametrize(
    "price", [Money(0, "EUR"), Money(-1, "CNY"), Money("1.005", "EUR"), Money("1.5", "JPY")]
)
def test_an_odd_price_is_refused_and_nothing_is_written(variant, price):
    with pytest.raises(BadAmount):
        set_price(variant_id=variant.pk, price=price)
    assert Variant.objects.get().price == Money(298, "CNY")
    assert not VariantPrice.objects.exists()
