"""What the catalog refuses, each with the facts of the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

_NAMES: Mapping[str, str | Promise] = {
    "hs_code": _("HS code"),
    "hs_version": _("HS version"),
    "origin": _("country of origin"),
    "weight": _("weight"),
    "title": _("title"),
    "category": _("category"),
    "variant": _("variant"),
    "price": _("price"),
}
_PICTURE_REASONS: Mapping[str, str | Promise] = {
    "too_large": _("it is larger than 15 MB"),
    "too_many_pixels": _("it has more than 40 megapixels"),
    "not_a_picture": _("it is no JPEG, PNG, WebP or AVIF picture"),
}


def named(facts: Iterable[str]) -> str:
    """The stable words of missing or impossible facts as a reader says them."""
    return ", ".join(str(_NAMES[fact]) for fact in facts)


@dataclass(eq=False)
class OutOfStock(Refusal):
    """Fewer pieces are left than were asked for: nothing was held."""

    code: ClassVar[str] = "out_of_stock"
    text: ClassVar[str | Promise] = _("Only %(left)s of “%(sku)s” are left.")

    sku: str
    left: int


@dataclass(eq=False)
class HoldLapsed(Refusal):
    """The held pieces went back to the shelf before: hold them again first."""

    code: ClassVar[str] = "hold_lapsed"
    text: ClassVar[str | Promise] = _("The pieces held for %(reference)s went back to stock.")

    reference: str


@dataclass(eq=False)
class StockBelowHeld(Refusal):
    """Fewer pieces cannot lie in a warehouse than are already promised to buyers."""

    code: ClassVar[str] = "stock_below_held"
    text: ClassVar[str | Promise] = _("%(held)s pieces are promised to buyers; stock cannot be %(on_hand)s.")

    on_hand: int
    held: int


@dataclass(eq=False)
class NotListed(Refusal):
    """No such product is for sale in this market."""

    code: ClassVar[str] = "not_listed"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("This product is not for sale here.")

    handle: str


@dataclass(eq=False)
class UnknownWarehouse(Refusal):
    """No warehouse has this code."""

    code: ClassVar[str] = "unknown_warehouse"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no warehouse “%(warehouse)s”.")

    warehouse: str


@dataclass(eq=False)
class UnknownCategory(Refusal):
    """No category has this code."""

    code: ClassVar[str] = "unknown_category"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no category “%(category)s”.")

    category: str


@dataclass(eq=False)
class BadCursor(Refusal):
    """The place in the list was not one of ours."""

    code: ClassVar[str] = "bad_cursor"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("This page of the list does not exist.")

    cursor: str


@dataclass(eq=False)
class CustomsFactsMissing(Refusal):
    """A product cannot be listed while customs would have to ask: `missing` are "hs_code", "origin", "weight" by SKU."""

    code: ClassVar[str] = "customs_facts_missing"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("Customs still needs: %(missing)s.")

    missing: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        """Each SKU with what it lacks."""
        lacks = "; ".join(f"{sku} ({named(facts)})" for sku, facts in self.missing.items())
        return str(self.text) % {"missing": lacks}


@dataclass(eq=False)
class IncompleteProduct(Refusal):
    """A product cannot be listed without a title, a category, a variant and a price above zero."""

    code: ClassVar[str] = "incomplete_product"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The product still needs: %(missing)s.")

    missing: tuple[str, ...]

    def __str__(self) -> str:
        """What it lacks, in words."""
        return str(self.text) % {"missing": named(self.missing)}


@dataclass(eq=False)
class BadCustomsFact(Refusal):
    """A customs fact that cannot be true, such as an "hs_code" with letters."""

    code: ClassVar[str] = "bad_customs_fact"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("“%(value)s” is no valid %(fact)s.")

    fact: str
    value: str

    def __str__(self) -> str:
        """The fact by its name."""
        return str(self.text) % {"value": self.value, "fact": named([self.fact])}


@dataclass(eq=False)
class BadAmount(Refusal):
    """A price below zero or in an unknown currency."""

    code: ClassVar[str] = "bad_amount"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("“%(amount)s” is no possible price.")

    amount: str


@dataclass(eq=False)
class BadPicture(Refusal):
    """The upload is no picture we take; `reason` is "too_large", "too_many_pixels" or "not_a_picture"."""

    code: ClassVar[str] = "bad_picture"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("This file cannot be used as a picture: %(reason)s.")

    reason: str

    def __str__(self) -> str:
        """The reason in words."""
        return str(self.text) % {"reason": _PICTURE_REASONS[self.reason]}


@dataclass(eq=False)
class BadFile(Refusal):
    """The whole file is refused; nothing of it was read in."""

    code: ClassVar[str] = "bad_file"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The file cannot be read: %(reason)s")

    reason: str


@dataclass(eq=False)
class HandleTaken(Refusal):
    """The merchant has another product of this handle."""

    code: ClassVar[str] = "handle_taken"
    text: ClassVar[str | Promise] = _("Another product of yours has the handle “%(handle)s”.")

    handle: str


@dataclass(eq=False)
class SkuTaken(Refusal):
    """The merchant has another variant of this SKU."""

    code: ClassVar[str] = "sku_taken"
    text: ClassVar[str | Promise] = _("Another variant of yours has the SKU “%(sku)s”.")

    sku: str


@dataclass(eq=False)
class TwinVariant(Refusal):
    """The product has another variant with the same values of its options, or with none when it has no options."""

    code: ClassVar[str] = "twin_variant"
    text: ClassVar[str | Promise] = _("“%(sku)s” already has these options; give each variant others.")

    sku: str


@dataclass(eq=False)
class OptionUnset(Refusal):
    """A variant says nothing, or something unknown, of an option its product has."""

    code: ClassVar[str] = "option_unset"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("Please choose a value of “%(option)s”.")

    option: str


@dataclass(eq=False)
class OptionInUse(Refusal):
    """Variants are told apart by this option or value: it cannot go while they are."""

    code: ClassVar[str] = "option_in_use"
    text: ClassVar[str | Promise] = _("“%(option)s” is used by the variant “%(sku)s”.")

    option: str
    sku: str


@dataclass(eq=False)
class MissingName(Refusal):
    """A text is needed in at least one language."""

    code: ClassVar[str] = "missing_name"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("Please give a name in at least one language.")


@dataclass(eq=False)
class CodeTaken(Refusal):
    """Another warehouse or merchant has this code."""

    code: ClassVar[str] = "code_taken"
    text: ClassVar[str | Promise] = _("The code “%(taken)s” is in use already.")

    taken: str
