"""Saving variants of a catalogue file."""

from decimal import Decimal

import pytest
import yaml

from catalog.catalogue_files.read import read_merchant
from catalog.models import StockLevel, VariantPrice
from catalog.services.save_variant_sheets import save_variant_sheets
from tests.catalog.making import make_merchant, make_product
from tests.catalog.services.test_load_catalogue import make_sheet

pytestmark = pytest.mark.django_db


def test_variants_prices_and_first_stock_are_written_once():
    merchant = make_merchant()
    product = make_product(merchant)
    product.variants.all().delete()
    (sheet,) = read_merchant(yaml.safe_dump(make_sheet()).encode()).products
    save_variant_sheets([(product, sheet)], warehouse_id=merchant.warehouses.get().pk)
    StockLevel.objects.update(on_hand=2)
    save_variant_sheets([(product, sheet)], warehouse_id=merchant.warehouses.get().pk)
    assert [(v.sku, v.choices, v.weight_grams, v.length_mm) for v in product.variants.all()] == [
        ("INK", {"colour": "ink"}, 150, 1),
        ("JADE", {"colour": "jade"}, 150, 1),
    ]
    assert set(VariantPrice.objects.values_list("currency", "amount")) == {("EUR", Decimal(39))}
    assert list(StockLevel.objects.values_list("on_hand", flat=True)) == [2, 2]
