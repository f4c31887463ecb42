"""The facts of variants, as pricing, customs and shipping need them."""

from decimal import Decimal

import pytest
from moneyed import Money

from catalog.models import VariantPrice
from catalog.selectors.variants import variant_facts
from catalog.states import MerchantState
from tests.catalog.making import make_merchant, make_product, make_variant

pytestmark = pytest.mark.django_db


def test_facts_are_complete():
    product = make_product(make_merchant(), "scarf", title="Silk scarf")
    variant = product.variants.get()
    VariantPrice.objects.create(variant=variant, currency="EUR", amount=Decimal("39.00"))
    facts = variant_facts([variant.pk])[variant.pk]
    assert (facts.sku, facts.handle, facts.title, facts.option_label) == ("SCARF", "scarf", "Silk scarf", "")
    assert (facts.hs_code, facts.origin, facts.weight_grams) == ("621410", "CN", 150)
    assert (facts.merchant_code, facts.ship_from, facts.warehouse_code) == (
        "jiangnan",
        "CN",
        "jiangnan-store",
    )
    assert facts.price == Money(298, "CNY")
    assert facts.own_prices == {"EUR": Money(39, "EUR")}
    assert (facts.listed, facts.available, facts.category_code) == (True, 10, "wear")


def test_the_number_of_queries_does_not_depend_on_the_number_of_variants(django_assert_num_queries):
    product = make_product(make_merchant())
    ids = [product.variants.get().pk] + [make_variant(product, sku=f"V{n}").pk for n in range(8)]
    with django_assert_num_queries(6):
        assert len(variant_facts(ids)) == 9
    with django_assert_num_queries(6):
        assert len(variant_facts(ids[:1])) == 1


def test_a_paused_merchants_variants_are_not_listed():
    merchant = make_merchant()
    variant = make_product(merchant).variants.get()
    type(merchant).objects.update(state=MerchantState.PAUSED)
    assert not variant_facts([variant.pk])[variant.pk].listed


def test_unknown_variants_are_left_out():
    assert variant_facts([12345]) == {}
