"""Saving texts, options and pictures of a catalogue file."""

import pytest
import yaml

from catalog.catalogue_files.read import read_merchant
from catalog.models import OptionValue
from catalog.services.save_product_parts import save_product_parts
from tests.catalog.making import make_merchant, make_product
from tests.catalog.services.test_load_catalogue import make_sheet
from tests.catalog.services.test_save_merchant_sheet import PICTURES

pytestmark = pytest.mark.django_db


def test_parts_replace_what_was_there():
    product = make_product(make_merchant())
    (sheet,) = read_merchant(yaml.safe_dump(make_sheet()).encode()).products
    for _ in range(2):
        save_product_parts([(product, sheet)], pictures=PICTURES)
    assert dict(product.texts.values_list("language", "title")) == {"en": "Scarf", "de": "Schal"}
    assert list(OptionValue.objects.values_list("code", flat=True)) == ["ink", "jade"]
    assert product.pictures.get().file == "pictures/ab/cd-800.webp"
