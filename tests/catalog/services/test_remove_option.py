"""Removing an option."""

import pytest

from catalog.models import Option
from catalog.refusals import OptionInUse
from catalog.services.remove_option import remove_option
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def option():
    return Option.objects.create(
        product=make_product(make_merchant(), "scarf"), code="size", names={"en": "Size"}
    )


def test_an_option_nobody_uses_goes(option):
    remove_option(option_id=option.pk)
    assert not Option.objects.exists()


def test_an_option_that_tells_variants_apart_stays(option):
    option.product.variants.update(choices={"size": "s"})
    with pytest.raises(OptionInUse) as refused:
        remove_option(option_id=option.pk)
    assert (refused.value.option, refused.value.sku) == ("Size", "SCARF")
    assert Option.objects.get() == option
