"""Single cells: numbers and addresses read strictly, and text that no spreadsheet takes for a formula."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

_NUMBER = re.compile(r"\d{1,12}(\.\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}(\.0+)?", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,990}", re.ASCII | re.IGNORECASE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TEXT_MARK = "'"


class BadCell(ValueError):
    """A cell that cannot be read; its text says why, in the reader's language."""


def price(cell: str) -> Decimal:
    """An amount such as 9.99. Raises BadCell."""
    if not _NUMBER.fullmatch(cell.strip()):
        raise BadCell(_("“%(cell)s” is not an amount such as 9.99") % {"cell": cell[:40]})
    return Decimal(cell.strip())


def written_price(amount: Decimal) -> str:
    """An amount as Shopify writes it: 50, 9.99, 10.50."""
    plain = amount.normalize()
    if plain == plain.to_integral_value():
        return f"{plain:f}"
    return f"{amount.quantize(Decimal('0.01')):f}" if plain == round(plain, 2) else f"{plain:f}"


def whole(cell: str) -> int:
    """A whole number such as 250 or 250.0, 0 for an empty cell and for less than nothing. Raises BadCell."""
    if not cell.strip():
        return 0
    if not _WHOLE.fullmatch(cell.strip()):
        raise BadCell(_("“%(cell)s” is not a whole number") % {"cell": cell[:40]})
    return max(0, int(Decimal(cell.strip())))


def address(cell: str) -> str:
    """The address of an image; it is kept, never fetched. Raises BadCell."""
    if not _ADDRESS.fullmatch(cell.strip()):
        raise BadCell(_("“%(cell)s” is not an http or https address") % {"cell": cell[:40]})
    return cell.strip()


def limited(cell: str, most: int) -> str:
    """A text of at most so many characters. Raises BadCell."""
    if len(cell) > most:
        raise BadCell(_("is longer than %(most)s characters") % {"most": most})
    return cell


def harmless(text: str) -> str:
    """A cell that a spreadsheet shows as text: a mark before what it would compute."""
    unmarked = text.lstrip(_TEXT_MARK)
    return _TEXT_MARK + text if unmarked.startswith(_FORMULA) else text


def unmarked(cell: str) -> str:
    """The text of a cell that `harmless` has written."""
    inner = cell.lstrip(_TEXT_MARK)
    return cell[1:] if cell.startswith(_TEXT_MARK) and inner.startswith(_FORMULA) else cell
