"""Saving one product of an imported file."""

from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.models import Picture, Product
from catalog.selectors.shopify_products import shopify_products
from catalog.services.save_shopify_product import save_shopify_product
from catalog.shopify.values import ShopifyImage, ShopifyProduct, ShopifyVariant
from tests.catalog.making import make_merchant

pytestmark = pytest.mark.django_db
SHIRT = ShopifyProduct(
    handle="shirt",
    title="Shirt",
    body="<p>Soft</p>",
    vendor="Mill",
    kind="Top",
    tags="men, new",
    options=("Size", "Colour"),
    variants=tuple(
        ShopifyVariant(
            values=values, sku="", grams=0, price=Decimal("19.90"), rest={"Variant Taxable": "true"}
        )
        for values in (("S", "Red"), ("S", "Blue"), ("L", "Red"))
    ),
    images=(ShopifyImage("https://example.com/a.jpg", "1", "A shirt"),),
    rest={"Published": "true"},
)


def test_what_was_saved_reads_back_as_it_was():
    merchant = make_merchant()
    save_shopify_product(SHIRT, merchant_id=merchant.pk, current=None)
    assert shopify_products(merchant.pk)["shirt"] == SHIRT


def test_a_new_option_value_is_added_and_present_variants_stay():
    merchant = make_merchant()
    save_shopify_product(SHIRT, merchant_id=merchant.pk, current=None)
    before = {variant.pk for variant in Product.objects.get().variants.all()}
    blue = ShopifyVariant(values=("L", "Blue"), sku="L-B", grams=200, price=Decimal(25), rest={})
    wanted = replace(SHIRT, variants=(*SHIRT.variants, blue))
    save_shopify_product(wanted, merchant_id=merchant.pk, current=shopify_products(merchant.pk)["shirt"])
    assert shopify_products(merchant.pk)["shirt"] == wanted
    assert before < {variant.pk for variant in Product.objects.get().variants.all()}


def test_pictures_of_our_own_keeping_stay_beside_the_references():
    merchant = make_merchant()
    product = save_shopify_product(SHIRT, merchant_id=merchant.pk, current=None)
    Picture.objects.create(product_id=product, file="pictures/ab/cd-800.webp")
    wanted = replace(SHIRT, images=())
    save_shopify_product(wanted, merchant_id=merchant.pk, current=shopify_products(merchant.pk)["shirt"])
    assert list(Picture.objects.values_list("file", flat=True)) == ["pictures/ab/cd-800.webp"]


def test_a_handle_in_another_script_gets_a_latin_address():
    merchant = make_merchant()
    save_shopify_product(replace(SHIRT, handle="真丝围巾"), merchant_id=merchant.pk, current=None)
    assert Product.objects.get(source_handle="真丝围巾").handle.startswith("product-")
