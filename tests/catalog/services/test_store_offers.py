"""Storing offers: upserted in bulk, one lead per product and market."""

import pytest

from catalog.models import Offer, Product, StockLevel
from catalog.services.refresh_stock import refresh_stock
from catalog.services.store_offers import store_offers
from tests.catalog.making import make_figures, make_merchant, make_product, make_variant, offer_everywhere

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    product = make_product(make_merchant(), "scarf")
    make_variant(product, sku="CHEAP", position=1)
    return product


def lead_skus(market: str = "de") -> list[str]:
    return list(Offer.objects.filter(market=market, lead=True).values_list("variant__sku", flat=True))


def store(product: Product, prices: dict[str, str], **more: str) -> None:
    variants = {variant.sku: variant for variant in product.variants.all()}
    store_offers([make_figures(variants[sku], goods=goods, **more) for sku, goods in prices.items()])


def test_the_cheapest_at_the_door_leads(product):
    store(product, {"SCARF": "39.00", "CHEAP": "29.00"})
    assert lead_skus() == ["CHEAP"]


def test_storing_again_replaces_and_the_lead_moves(product):
    store(product, {"SCARF": "39.00", "CHEAP": "29.00"})
    store(product, {"CHEAP": "49.00"})
    assert lead_skus() == ["SCARF"]
    assert Offer.objects.count() == 2
    assert Offer.objects.get(variant__sku="CHEAP").goods == 49


def test_what_is_sold_out_does_not_lead_while_another_is_there(product):
    StockLevel.objects.filter(variant__sku="CHEAP").update(on_hand=0)
    store(product, {"SCARF": "39.00", "CHEAP": "29.00"})
    assert lead_skus() == ["SCARF"]


def test_what_cannot_be_quoted_leads_only_alone(product):
    cheap = product.variants.get(sku="CHEAP")
    store_offers([make_figures(cheap, refusal="no_rate")])
    assert lead_skus() == ["CHEAP"]
    store(product, {"SCARF": "39.00"})
    assert lead_skus() == ["SCARF"]


def test_markets_lead_apart(product):
    offer_everywhere([product], "de")
    offer_everywhere([product], "jp")
    assert len(lead_skus("de")) == len(lead_skus("jp")) == 1


def test_the_number_of_queries_does_not_depend_on_the_number_of_offers(product, django_assert_num_queries):
    figures = [make_figures(variant) for variant in product.variants.all()]
    with django_assert_num_queries(13):
        store_offers(figures[:1])
    merchant = product.merchant
    more = [make_figures(make_product(merchant).variants.get()) for _ in range(20)]
    with django_assert_num_queries(13):
        store_offers(more)


def test_figures_of_a_variant_that_is_gone_are_dropped(product):
    figures = make_figures(product.variants.get(sku="CHEAP"))
    product.variants.filter(sku="CHEAP").delete()
    store_offers([figures])
    assert not Offer.objects.exists()


def test_a_withdrawn_products_offers_are_not_listed(product):
    Product.objects.update(state="withdrawn")
    store(product, {"SCARF": "39.00"})
    assert not Offer.objects.get().listed


def test_refreshing_stock_moves_the_lead(product):
    store(product, {"SCARF": "39.00", "CHEAP": "29.00"})
    StockLevel.objects.filter(variant__sku="CHEAP").update(on_hand=0)
    refresh_stock([product.pk])
    assert lead_skus() == ["SCARF"]
    assert not Offer.objects.get(variant__sku="CHEAP").in_stock
