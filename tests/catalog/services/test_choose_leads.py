"""Choosing who leads."""

import pytest

from catalog.models import Offer
from catalog.services.choose_leads import choose_leads
from tests.catalog.making import make_merchant, make_product, make_variant, offer_everywhere

pytestmark = pytest.mark.django_db


def test_the_cheapest_in_stock_takes_the_lead_over():
    product = make_product(make_merchant())
    make_variant(product, sku="SECOND", position=1)
    offer_everywhere([product])
    Offer.objects.filter(variant__sku="SECOND").update(delivered=1)
    choose_leads([product.pk])
    assert Offer.objects.get(lead=True).variant.sku == "SECOND"


def test_of_equals_the_first_variant_leads():
    product = make_product(make_merchant(), "scarf")
    make_variant(product, sku="SECOND", position=1)
    offer_everywhere([product])
    assert Offer.objects.get(lead=True).variant.sku == "SCARF"


def test_a_product_without_offers_has_no_lead():
    product = make_product(make_merchant())
    choose_leads([product.pk])
    assert not Offer.objects.exists()
