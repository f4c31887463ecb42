"""What buyers type where a number is meant."""

import pytest

from orders.refusals import BadQuantity, NotForSale
from shop.storefront.typed import typed_id, typed_quantity, typed_variant


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("٣", 3), ("१२", 12), ("９９", 99)])
def test_digits_of_every_script_are_read(text, number):
    assert typed_quantity(text) == number


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.5", "1,5", "1e3", "0x1", "NaN", "true", "10000", "1 2"])
def test_everything_else_is_no_quantity(text):
    with pytest.raises(BadQuantity):
        typed_quantity(text)


@pytest.mark.parametrize("text", ["", "-1", "1.0", "x", "٣", "1" * 19])
def test_what_is_no_id_names_nothing(text):
    assert typed_id(text) is None
    with pytest.raises(NotForSale):
        typed_variant(text)
