"""Save an option: something the variants of a product differ in, with its values, in every language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from catalog.events import announce, offers_stale
from catalog.models import Option, OptionValue, Product, Variant
from catalog.refusals import MissingName, OptionInUse
from catalog.wording import FALLBACK, worded

Names = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ValueSheet:
    """A value of an option, with names by language code; `value_id` None makes a new one."""

    value_id: int | None = None
    names: Names


@dataclass(frozen=True, kw_only=True)
class OptionSheet:
    """An option of a product, with names by language code and its values in their order; `option_id` None makes a new one."""

    option_id: int | None = None
    product_id: int
    names: Names
    values: Sequence[ValueSheet] = ()


def save_option(sheet: OptionSheet) -> int:
    """Write the option with exactly these values and answer its id.

    Raises MissingName for an option or value without any name, OptionInUse when a value that is left out is a variant's.
    """
    if any(not worded(names, FALLBACK) for names in (sheet.names, *(value.names for value in sheet.values))):
        raise MissingName
    with transaction.atomic():
        product = Product.objects.select_for_update().get(pk=sheet.product_id)
        option = _option(product, sheet)
        known = {value.pk: value for value in option.values.all()}
        kept = {value.value_id for value in sheet.values}
        for value in (value for pk, value in known.items() if pk not in kept):
            _remove(product, option, value)
        for place, wanted in enumerate(sheet.values):
            value = known.get(wanted.value_id or 0) or OptionValue(
                option=option, code=_free_code(wanted.names, {row.code for row in option.values.all()})
            )
            value.names, value.position = dict(wanted.names), place
            value.save()
        announce(offers_stale, [product.pk])
    return option.pk


def _option(product: Product, sheet: OptionSheet) -> Option:
    if sheet.option_id is not None:
        option = product.options.get(pk=sheet.option_id)
    else:
        known = list(product.options.all())
        code = _free_code(sheet.names, {row.code for row in known})
        option = Option(product=product, code=code, position=len(known))
    option.names = dict(sheet.names)
    option.save()
    return option


def _remove(product: Product, option: Option, value: OptionValue) -> None:
    user = next((v for v in _variants(product) if v.choices.get(option.code) == value.code), None)
    if user is not None:
        raise OptionInUse(option=worded(value.names, FALLBACK) or value.code, sku=user.sku)
    value.delete()


def _variants(product: Product) -> list[Variant]:
    return list(product.variants.all())


def _free_code(names: Names, taken: set[str]) -> str:
    """A code after the name; a name without Latin letters is numbered."""
    stem = slugify(worded(names, FALLBACK))[:50] or "option"
    codes = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in codes if code not in taken)
