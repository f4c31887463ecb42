"""The JSON of a landed-cost quote read strictly into values; every fault is named by its field path."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from moneyed import Money

from localization.digits import ascii_digits
from localization.money import UnknownCurrency, currency, exponent
from localization.places import Territory, UnknownCountry, territory_of
from localization.rates import FxRate
from localization.refusals import Refusal

_NUMBER = re.compile(r"\d{1,12}(\.\d+)?", re.ASCII)
_RATE_PLACES = 12
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
Word = TypeVar("Word", bound=str)
_MOST_LINES = 200
_YEARS = range(1900, 2200)
_MOST_TEXT = 500


@dataclass(eq=False)
class BadQuote(Refusal):
    """The payload cannot be read; `errors` says what is wrong with which field, like lines[0].hs_code."""

    code: ClassVar[str] = "bad_quote"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = gettext_lazy("The quote cannot be read:\n%(listing)s")

    errors: dict[str, str]

    @property
    def facts(self) -> dict[str, Any]:
        """The errors, also as lines of text."""
        listing = "\n".join(f"{path}: {message}" for path, message in self.errors.items())
        return {"errors": self.errors, "listing": listing}


@dataclass(slots=True)
class Fields:
    """Reads the fields of one JSON object, notes what is wrong, and refuses fields it was not asked for."""

    data: Mapping[str, Any]
    path: str
    errors: dict[str, str]
    known: set[str] = field(default_factory=set)

    def fail(self, name: str, message: str) -> None:
        """Note what is wrong with a field."""
        self.errors.setdefault(self._place(name), message)

    def text(self, name: str, *, default: str | None = None) -> str:
        """A text; digits of any script are read as ASCII."""
        value = self._take(name, default)
        if isinstance(value, str) and len(value) <= _MOST_TEXT and "\x00" not in value:
            return ascii_digits(value).strip()
        self.fail(name, _("A short text is needed.") if value is not None else _("This field is missing."))
        return ""

    def number(self, name: str, *, default: str | None = None, places: int = 4) -> Decimal:
        """A number that is not negative, as text like "39.00" or as a JSON number, taken as it was written."""
        value = self._take(name, default)
        written = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
        if isinstance(written, str):
            digits = ascii_digits(written).strip()
            if _NUMBER.fullmatch(digits) and len(digits.partition(".")[2]) <= places:
                return Decimal(digits)
        self.fail(name, _("A number like “39.00” is needed, never negative."))
        return Decimal(0)

    def whole(self, name: str, *, default: int | None = None) -> int:
        """A whole number that is not negative."""
        value = self._take(name, default)
        if isinstance(value, str) and _WHOLE.fullmatch(ascii_digits(value).strip()):
            return int(ascii_digits(value))
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9:
            return value
        self.fail(name, _("A whole number is needed, never negative."))
        return 0

    def currency(self, name: str, *, default: str | None = None) -> str:
        """An ISO 4217 currency code."""
        code = self.text(name, default=default)
        try:
            return currency(code).code
        except UnknownCurrency:
            self.fail(name, _("This is no currency code like EUR."))
            return "EUR"  # only to go on reading: the quote is refused

    def money(self, name: str, code: str, *, default: str | None = None) -> Money:
        """An amount of a currency, with no more decimals than it has."""
        number = self.number(name, default=default)
        decimals = -int(number.as_tuple().exponent)
        if decimals > exponent(code) and number != round(number, exponent(code)):
            self.fail(name, _("The currency has fewer decimals."))
        return Money(number, code)

    def day(self, name: str, *, default: date) -> date:
        """A calendar day as YYYY-MM-DD, in a century in which days can be counted on from it."""
        value = self._take(name, default.isoformat())
        try:
            day = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
        except ValueError:
            day = None
        return day if day and day.year in _YEARS else self._no_day(name, default)

    def texts(self, name: str) -> frozenset[str] | None:
        """A list of texts, None when the field is not there."""
        value = self._take(name, None)
        if value is None:
            return None
        if (
            isinstance(value, Sequence)
            and not isinstance(value, str)
            and all(isinstance(one, str) for one in value)
        ):
            return frozenset(value)
        self.fail(name, _("A list of texts is needed."))
        return None

    def choice(self, name: str, options: Sequence[Word]) -> Word:
        """One of some words, the first by default."""
        value = self.text(name, default=options[0])
        for option in options:
            if option == value:
                return option
        self.fail(name, _("One of %(options)s is needed.") % {"options": ", ".join(options)})
        return options[0]

    def truth(self, name: str, *, default: bool) -> bool:
        """true or false."""
        value = self._take(name, default)
        if not isinstance(value, bool):
            self.fail(name, _("true or false is needed."))
        return value is True

    def inner(self, name: str) -> "Fields":
        """The fields of an object inside this one."""
        value = self._take(name, None)
        if not isinstance(value, Mapping):
            self.fail(name, _("An object is needed."))
            value = {}
        return Fields(value, self._place(name), self.errors)

    def each(self, name: str) -> list["Fields"]:
        """The fields of every object of a list, at least one."""
        value = self._take(name, None)
        if not isinstance(value, Sequence) or isinstance(value, str) or not 0 < len(value) <= _MOST_LINES:
            self.fail(name, _("A list of 1 to %(most)s objects is needed.") % {"most": _MOST_LINES})
            return []
        found = []
        for index, item in enumerate(value):
            if isinstance(item, Mapping):
                found.append(Fields(item, f"{self._place(name)}[{index}]", self.errors))
            else:
                self.errors[f"{self._place(name)}[{index}]"] = _("An object is needed.")
        return found

    def territory(self, country: str, name: str, *, postcode: str = "") -> Territory:
        """The customs territory of a country and postcode."""
        try:
            return territory_of(country, postcode)
        except UnknownCountry:
            self.fail(name, _("There is no such country."))
            return Territory(code="", country="", customs_union=None, fiscal_union=None, name="")

    def finish(self) -> None:
        """Refuse fields nobody asked for: a misspelt one would otherwise be lost in silence."""
        for name in self.data:
            if name not in self.known:
                self.fail(str(name)[:60], _("There is no such field."))

    def _take(self, name: str, default: Any) -> Any:
        self.known.add(name)
        return self.data.get(name, default)

    def _place(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _no_day(self, name: str, default: date) -> date:
        self.fail(name, _("A day like 2026-11-22 is needed."))
        return default


def read_rates(fields: Fields, on: date) -> Iterator[FxRate]:
    """Exchange rates the caller gives, such as those a customs authority publishes: `target` for one `source`."""
    if "fx" not in fields.data:
        return
    for row in fields.each("fx"):
        rate = row.number("rate", places=_RATE_PLACES)
        if not rate:
            row.fail("rate", _("A rate above zero is needed."))
        read = FxRate(
            source=row.currency("source"),
            target=row.currency("target"),
            rate=rate or Decimal(1),
            day=row.day("day", default=on),
            provider=row.text("provider", default="given"),
        )
        row.finish()
        yield read
