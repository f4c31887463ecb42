"""Who sells: every active merchant with what a buyer may ask of them."""

import pytest

from catalog.models import Merchant
from catalog.selectors.merchants import sellers
from catalog.values import SellerIdentity
from tests.orders.making import make_merchant

pytestmark = pytest.mark.django_db


def test_active_merchants_are_named_with_their_address_in_two_queries(django_assert_num_queries):
    make_merchant()
    make_merchant("kyoto", "JP", "JPY")
    Merchant.objects.filter(code="kyoto").update(state="paused")
    with django_assert_num_queries(2):
        found = sellers()
    assert found == (
        SellerIdentity(
            name="Jiangnan",
            country="CN",
            city="Hangzhou",
            email="jiangnan@example.com",
            address_lines=("Jiangnan", "218 Nanshan Road", "Hangzhou", "310002", "CHINA"),
        ),
    )
