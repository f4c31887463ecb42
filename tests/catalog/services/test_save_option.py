"""Saving an option and its values."""

import pytest

from catalog.models import Option
from catalog.refusals import MissingName, OptionInUse
from catalog.services.save_option import OptionSheet, ValueSheet, save_option
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    return make_product(make_merchant(), "scarf")


def colours(product, *names, option_id=None, ids=()):
    """An option Colour with values of these English names."""
    numbers = [*ids, *[None] * len(names)]
    values = [ValueSheet(value_id=pk, names={"en": name}) for pk, name in zip(numbers, names, strict=False)]
    return OptionSheet(
        option_id=option_id, product_id=product.pk, names={"en": "Colour", "de": "Farbe"}, values=values
    )


def test_an_option_gets_codes_after_its_names_and_values_in_their_order(product):
    option = Option.objects.get(pk=save_option(colours(product, "Ink blue", "Rust")))
    assert (option.code, option.names) == ("colour", {"en": "Colour", "de": "Farbe"})
    assert list(option.values.values_list("code", "position")) == [("ink-blue", 0), ("rust", 1)]


def test_names_without_latin_letters_get_codes_of_their_own(product):
    values = [ValueSheet(names={"ja": "藍"}), ValueSheet(names={"ja": "錆"})]
    pk = save_option(OptionSheet(product_id=product.pk, names={"ja": "色"}, values=values))
    option = Option.objects.get(pk=pk)
    assert (option.code, list(option.values.values_list("code", flat=True))) == (
        "option",
        ["option", "option-2"],
    )


def test_a_value_is_renamed_under_its_code_and_one_left_out_goes(product):
    pk = save_option(colours(product, "Ink bleu", "Rust"))
    first = Option.objects.get().values.get(code="ink-bleu")
    save_option(colours(product, "Ink blue", option_id=pk, ids=(first.pk,)))
    assert list(Option.objects.get().values.values_list("code", "names")) == [
        ("ink-bleu", {"en": "Ink blue"})
    ]


def test_a_value_that_a_variant_has_cannot_be_left_out(product):
    pk = save_option(colours(product, "Rust"))
    product.variants.update(choices={"colour": "rust"})
    with pytest.raises(OptionInUse) as refused:
        save_option(colours(product, "Ink", option_id=pk))
    assert (refused.value.option, refused.value.sku) == ("Rust", "SCARF")
    assert list(Option.objects.get().values.values_list("code", flat=True)) == ["rust"]


def test_an_option_without_a_name_is_refused(product):
    with pytest.raises(MissingName):
        save_option(OptionSheet(product_id=product.pk, names={"en": ""}))
    assert not Option.objects.exists()
