"""The whole catalogue, cut into pieces of work."""

import pytest

from catalog.models import Offer, Product
from orders.services.ask_all_offers import ask_all_offers
from tests.orders.making import make_variant


@pytest.mark.django_db(transaction=True)
def test_workers_price_every_listed_product(scarf, merchant):
    draft = make_variant(merchant, "DRAFT")
    Product.objects.filter(pk=draft.product_id).update(state="draft")
    assert ask_all_offers() == 1
    assert set(Offer.objects.values_list("variant__sku", flat=True)) == {"SCARF"}
