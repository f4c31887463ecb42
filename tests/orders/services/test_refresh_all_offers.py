"""The whole catalogue, here and now."""

from catalog.models import Offer, Product
from orders.services.refresh_all_offers import refresh_all_offers
from tests.orders.making import make_variant


def test_every_listed_product_is_priced_everywhere(scarf, merchant):
    draft = make_variant(merchant, "DRAFT")
    Product.objects.filter(pk=draft.product_id).update(state="draft")
    assert refresh_all_offers() == 15
    assert set(Offer.objects.values_list("variant__sku", flat=True)) == {"SCARF"}
