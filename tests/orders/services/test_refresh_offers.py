"""Offers: one unit of each variant at a door in each market."""

from decimal import Decimal

from catalog.models import Offer
from localization.selectors import markets
from orders.services.refresh_offers import refresh_offers
from tests.orders.making import make_variant


def test_every_market_gets_an_offer_with_its_parts(scarf):
    assert refresh_offers([scarf.product_id]) == len(markets()) == 15
    offer = Offer.objects.get(market="de")
    assert (offer.goods, offer.duty, offer.tax) == (Decimal("37.95"), Decimal("3.00"), Decimal("8.33"))
    assert offer.freight == Decimal("5.90")
    assert offer.delivered == offer.goods + offer.duty + offer.tax + offer.fees + offer.freight
    assert offer.fx.startswith("CNY/EUR 0.121951219512 (ecb, ")
    assert offer.scheme == "IOSS"


def test_what_cannot_be_quoted_says_why(merchant):
    riddle = make_variant(merchant, "RIDDLE", hs_code="")
    refresh_offers([riddle.product_id])
    offer = Offer.objects.get(market="de")
    assert (offer.refusal, offer.delivered) == ("missing_hs_code", Decimal(0))


def test_pricing_again_replaces(scarf):
    refresh_offers([scarf.product_id])
    refresh_offers([scarf.product_id])
    assert Offer.objects.count() == 15


def test_the_number_of_queries_does_not_depend_on_the_number_of_products(
    merchant, django_assert_max_num_queries
):
    products = [make_variant(merchant, f"SCARF-{number}").product_id for number in range(12)]
    refresh_offers(products[:1])
    with django_assert_max_num_queries(30):
        assert refresh_offers(products) == 180


def test_restricted_goods_have_no_price_there_and_one_elsewhere(merchant):
    wine = make_variant(merchant, "WINE", hs_code="220421")
    refresh_offers([wine.product_id])
    offer = Offer.objects.get(market="ae")
    assert (offer.refusal, offer.delivered) == ("restricted", Decimal(0))
    assert Offer.objects.get(market="jp").refusal != "restricted"
