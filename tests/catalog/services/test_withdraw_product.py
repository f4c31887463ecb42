"""Withdrawing a product: off the lists at once."""

import pytest

from catalog.models import Product
from catalog.selectors.listing import ListingQuery, listing
from catalog.services.publish_product import publish_product
from catalog.services.withdraw_product import withdraw_product
from catalog.states import ProductState
from localization.lifecycle import MoveNotAllowed
from tests.catalog.making import make_merchant, make_product, offer_everywhere

pytestmark = pytest.mark.django_db


def test_a_withdrawn_product_is_on_no_list_and_may_come_back():
    product = make_product(make_merchant())
    offer_everywhere([product])
    withdraw_product(product_id=product.pk)
    withdraw_product(product_id=product.pk)
    assert listing(ListingQuery(market="de", language="en")).cards == ()
    publish_product(product_id=product.pk)
    assert len(listing(ListingQuery(market="de", language="en")).cards) == 1
    assert product.history.count() == 2


def test_a_draft_cannot_be_withdrawn():
    product = make_product(make_merchant(), state=ProductState.DRAFT)
    with pytest.raises(MoveNotAllowed):
        withdraw_product(product_id=product.pk)
    assert Product.objects.get().state == ProductState.DRAFT
