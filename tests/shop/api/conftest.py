"""A small priced shop with a silk scarf from Hangzhou, and somebody who calls its API."""

import pytest
from rest_framework.test import APIClient

from catalog.services.index_products import index_products
from orders.services.refresh_offers import refresh_offers
from tests.orders.making import make_merchant, make_reference, make_variant


@pytest.fixture
def scarf(db):
    """A scarf of CNY 298, priced in the German market."""
    make_reference()
    variant = make_variant(make_merchant())
    refresh_offers([variant.product_id])
    index_products([variant.product_id])
    return variant


@pytest.fixture
def api():
    """A caller without an account."""
    return APIClient()
