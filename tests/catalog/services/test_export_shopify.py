"""Exporting Shopify's CSV: one merchant's products, no formulas."""

import csv
from io import StringIO

import pytest

from catalog.services.export_shopify import export_shopify
from tests.catalog.making import make_merchant, make_product, make_variant

pytestmark = pytest.mark.django_db


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode())))


def test_each_variant_is_a_row_of_its_product():
    merchant = make_merchant()
    product = make_product(merchant, "scarf", title="Silk scarf")
    make_variant(product, sku="SECOND", on_hand=3, position=1)
    make_product(make_merchant("other"), "foreign")
    first, second = rows(export_shopify(merchant_id=merchant.pk))
    assert (first["Handle"], first["Title"], first["Variant SKU"]) == ("scarf", "Silk scarf", "SCARF")
    assert (first["Variant Price"], first["Variant Grams"], first["Variant Inventory Qty"]) == (
        "298",
        "150",
        "10",
    )
    assert (second["Handle"], second["Title"], second["Variant SKU"]) == ("scarf", "", "SECOND")


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@x", "'=1", "''=1"])
def test_no_cell_is_a_formula(title):
    merchant = make_merchant()
    make_product(merchant, title=title)
    (row,) = rows(export_shopify(merchant_id=merchant.pk))
    assert row["Title"] == f"'{title}"


def test_a_merchant_without_products_gets_the_header():
    assert rows(export_shopify(merchant_id=make_merchant().pk)) == []
