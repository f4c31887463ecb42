"""Saving a merchant of a catalogue file."""

import pytest
import yaml

from catalog.catalogue_files.read import read_merchant
from catalog.models import Product
from catalog.renditions import RenditionFacts
from catalog.services.save_merchant_sheet import save_merchant_sheet
from catalog.states import ProductState
from tests.catalog.making import make_category, make_merchant, make_product
from tests.catalog.services.test_load_catalogue import make_sheet

pytestmark = pytest.mark.django_db
PICTURES = {"scarf.png": RenditionFacts("pictures/ab/cd", "ab" * 32, 800, 1000)}


def read(sheet: dict):
    return read_merchant(yaml.safe_dump(sheet).encode())


def test_a_handle_another_merchant_has_gets_the_merchants_code():
    make_product(make_merchant("other"), "scarf")
    save_merchant_sheet(read(make_sheet()), pictures=PICTURES)
    assert Product.objects.get(merchant__code="jiangnan").handle == "scarf-jiangnan"


def test_a_product_that_was_withdrawn_stays_withdrawn():
    make_category()
    (product,) = save_merchant_sheet(read(make_sheet()), pictures=PICTURES)
    Product.objects.update(state=ProductState.WITHDRAWN)
    assert save_merchant_sheet(read(make_sheet()), pictures=PICTURES) == [product]
    assert Product.objects.get().state == ProductState.WITHDRAWN


def test_the_number_of_queries_does_not_depend_on_the_number_of_texts_and_variants(
    django_assert_max_num_queries,
):
    make_category()
    sheet = make_sheet()
    with django_assert_max_num_queries(50):
        save_merchant_sheet(read(sheet), pictures=PICTURES)
