"""A small priced shop: a workshop in Hangzhou, a category, and the market of Berlin."""

import pytest

from catalog.models import Product
from catalog.services.index_products import index_products
from orders.services.refresh_offers import refresh_offers
from tests.catalog.making import make_category, make_merchant, make_product
from tests.orders.making import make_reference


@pytest.fixture(autouse=True)
def _own_cache(settings, request):
    """Kept pages live beside this test alone, also where the suite runs on a shared Redis."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": request.node.nodeid}}


@pytest.fixture
def reference(db):
    """Markets, rates, freight and tariffs."""
    make_reference()


@pytest.fixture
def shelf(reference):
    """Three priced products of one workshop in the category "wear"."""
    merchant = make_merchant("jiangnan", about={"en": "A house by the lake."})
    for handle in ("scarf", "shawl", "stole"):
        make_product(merchant, handle, category=make_category("wear"))
    ids = list(Product.objects.values_list("pk", flat=True))
    refresh_offers(ids)
    index_products(ids)
    return merchant
