"""What the catalog refuses, each with the facts of the case."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal


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
    """A product cannot be listed while customs would have to ask: `missing` names what and of which SKU."""

    code: ClassVar[str] = "customs_facts_missing"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("Customs still needs: %(missing)s.")

    missing: str


@dataclass(eq=False)
class IncompleteProduct(Refusal):
    """A product cannot be listed without a title, a category, a variant and a price above zero."""

    code: ClassVar[str] = "incomplete_product"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The product still needs: %(missing)s.")

    missing: str


@dataclass(eq=False)
class BadCustomsFact(Refusal):
    """A customs fact that cannot be true, such as an HS code with letters."""

    code: ClassVar[str] = "bad_customs_fact"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("“%(value)s” is no valid %(fact)s.")

    fact: str
    value: str


@dataclass(eq=False)
class BadAmount(Refusal):
    """A price below zero or in an unknown currency."""

    code: ClassVar[str] = "bad_amount"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("“%(amount)s” is no possible price.")

    amount: str


@dataclass(eq=False)
class BadPicture(Refusal):
    """The upload is no picture we take; `reason` is a stable word."""

    code: ClassVar[str] = "bad_picture"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("This file cannot be used as a picture (%(reason)s).")

    reason: str


@dataclass(eq=False)
class BadFile(Refusal):
    """The whole file is refused; nothing of it was read in."""

    code: ClassVar[str] = "bad_file"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The file cannot be read: %(reason)s")

    reason: str
