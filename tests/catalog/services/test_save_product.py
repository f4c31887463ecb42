"""Saving a product's own columns."""

import pytest

from catalog.models import Product
from catalog.refusals import HandleTaken
from catalog.services.save_product import ProductSheet, save_product
from catalog.states import ProductState
from tests.catalog.making import make_category, make_merchant, make_product

pytestmark = pytest.mark.django_db


def test_a_new_product_is_a_draft_of_its_merchant_under_its_handle():
    merchant, shelf = make_merchant(), make_category()
    product = Product.objects.get(
        pk=save_product(ProductSheet(merchant_id=merchant.pk, handle="Silk Scarf", category_id=shelf.pk))
    )
    assert (product.merchant, product.source_handle, product.handle) == (merchant, "Silk Scarf", "silk-scarf")
    assert (product.state, product.category) == (ProductState.DRAFT, shelf)


def test_a_handle_of_another_merchant_is_free_and_gets_an_address_of_its_own():
    make_product(make_merchant("first"), "scarf")
    second = make_merchant("second")
    product = Product.objects.get(pk=save_product(ProductSheet(merchant_id=second.pk, handle="scarf")))
    assert product.handle == "scarf-second"


def test_a_handle_of_ones_own_is_refused_and_nothing_is_written():
    merchant = make_merchant()
    make_product(merchant, "scarf")
    with pytest.raises(HandleTaken) as refused:
        save_product(ProductSheet(merchant_id=merchant.pk, handle="scarf"))
    assert refused.value.handle == "scarf"
    assert Product.objects.count() == 1


def test_a_known_product_changes_its_columns_and_keeps_handle_and_state():
    merchant = make_merchant()
    product = make_product(merchant, "scarf")
    sheet = ProductSheet(product_id=product.pk, merchant_id=merchant.pk, handle="other", tags="silk", rank=7)
    assert save_product(sheet) == product.pk
    product.refresh_from_db()
    assert (product.handle, product.source_handle, product.state) == ("scarf", "scarf", ProductState.LISTED)
    assert (product.tags, product.rank, product.category) == ("silk", 7, None)
