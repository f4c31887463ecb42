"""A duty rate as a tariff prints it: a percentage, an amount per unit, a sum, the higher or lower of two, floor and cap.

The grammar (spaces are free, a number is plain digits with an optional point):

    rate   = "free" | "unknown" | clamp | "higher of" clamp "or" clamp | "lower of" clamp "or" clamp
    clamp  = sum [ "min" amount ] [ "max" amount ]
    sum    = term { "+" term }
    term   = NUMBER "%" | amount
    amount = NUMBER CURRENCY "/" ( "kg" | "100kg" | "g" | "unit" | "pair" | "dozen" | "l" | "hl" | "lpa" | "hlpa" )

"lpa" is a litre of pure alcohol, "hlpa" a hundred of them. "unknown" stands where an official tariff says something this
grammar cannot: goods it holds for are refused, never free.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from localization.money import UnknownCurrency, currency

_TERM = re.compile(
    r"(?P<number>\d+(?:\.\d+)?) ?(?:(?P<percent>%)|(?P<currency>[A-Z]{3}) ?/ ?(?P<per>[0-9a-z]+))", re.ASCII
)
_CHOICE = re.compile(r"(?P<which>higher|lower) of (?P<first>.+) or (?P<second>.+)")
_CLAMP = re.compile(r"(?P<sum>.+?)(?: min (?P<floor>.+?))?(?: max (?P<cap>.+))?$")
# How many grams, pieces, millilitres, or millilitres of pure alcohol, one unit of a specific duty is.
_GRAMS = {"kg": Decimal(1000), "100kg": Decimal(100_000), "g": Decimal(1)}
_PIECES = {"unit": Decimal(1), "pair": Decimal(1), "dozen": Decimal(12)}
_MILLILITRES = {"l": Decimal(1000), "hl": Decimal(100_000)}
_ALCOHOL = {"lpa": Decimal(1000), "hlpa": Decimal(100_000)}
_UNITS = (*_GRAMS, *_PIECES, *_MILLILITRES, *_ALCOHOL)
Need = Literal["weight", "volume", "alcohol"]
NOTHING: frozenset[Need] = frozenset()


class BadRate(ValueError):
    """The text is no rate of this grammar."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a rate is applied to; `convert` brings a number of some currency into the currency of the base."""

    base: Decimal
    grams: int
    pieces: int
    convert: Callable[[Decimal, str], Decimal]
    millilitres: int = 0
    alcohol_percent: Decimal | None = None

    @property
    def missing(self) -> frozenset[Need]:
        """What is not known."""
        found: set[Need] = set()
        if self.grams == 0:
            found.add("weight")
        if self.millilitres == 0:
            found.add("volume")
        if self.alcohol_percent is None:
            found.add("alcohol")
        return frozenset(found)


class Rate(Protocol):
    """Something that turns a measure into an amount; `percent` is the pure rate when it is nothing else."""

    @property
    def percent(self) -> Decimal | None:
        """The pure rate (0.19 for 19 %), None for anything but a plain percentage."""
        ...

    @property
    def needs(self) -> frozenset[Need]:
        """What must be known of the goods besides their value and number."""
        ...

    def of(self, measure: Measure) -> Decimal:
        """The unrounded amount, in the currency of the base."""
        ...


@dataclass(frozen=True, slots=True)
class AdValorem:
    """A share of the base; `percent` is the pure rate (0.19 for 19 %)."""

    percent: Decimal | None
    needs: frozenset[Need] = NOTHING

    def of(self, measure: Measure) -> Decimal:
        """Base times rate."""
        return measure.base * (self.percent or 0)


@dataclass(frozen=True, slots=True)
class Specific:
    """An amount per kilogram, piece, litre or litre of pure alcohol, whatever the value."""

    number: Decimal
    currency: str
    per: str
    percent: Decimal | None = None

    @property
    def needs(self) -> frozenset[Need]:
        """See Rate."""
        if self.per in _GRAMS:
            return frozenset({"weight"})
        if self.per in _MILLILITRES:
            return frozenset({"volume"})
        return frozenset({"volume", "alcohol"}) if self.per in _ALCOHOL else NOTHING

    def of(self, measure: Measure) -> Decimal:
        """Amount times measured quantity. The caller has made sure that what the rate needs is known."""
        return measure.convert(self.number, self.currency) * self._count(measure)

    def _count(self, measure: Measure) -> Decimal:
        if self.per in _GRAMS:
            return Decimal(measure.grams) / _GRAMS[self.per]
        if self.per in _PIECES:
            return Decimal(measure.pieces) / _PIECES[self.per]
        if self.per in _MILLILITRES:
            return Decimal(measure.millilitres) / _MILLILITRES[self.per]
        pure = Decimal(measure.millilitres) * (measure.alcohol_percent or Decimal(0)) / 100
        return pure / _ALCOHOL[self.per]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A rate that exists and could not be read; whoever finds it must refuse the goods."""

    percent: Decimal | None = None
    needs: frozenset[Need] = NOTHING

    def of(self, measure: Measure) -> Decimal:
        """Never asked. Raises ValueError."""
        raise ValueError("an unknown rate has no amount")


@dataclass(frozen=True, slots=True)
class Compound:
    """Several rates at once: their sum, the highest or the lowest."""

    parts: tuple[Rate, ...]
    how: str
    percent: Decimal | None = None

    @property
    def needs(self) -> frozenset[Need]:
        """See Rate."""
        return NOTHING.union(*(part.needs for part in self.parts))

    def of(self, measure: Measure) -> Decimal:
        """The parts combined."""
        amounts = [part.of(measure) for part in self.parts]
        if self.how == "sum":
            return sum(amounts, Decimal(0))
        return max(amounts) if self.how == "higher" else min(amounts)


def parse_rate(text: str) -> Rate:
    """The rate a tariff's text means. Raises BadRate."""
    text = " ".join(text.split())
    if text == "free":
        return AdValorem(Decimal(0))
    if text == "unknown":
        return Unknown()
    if choice := _CHOICE.fullmatch(text):
        return Compound((_clamp(choice["first"]), _clamp(choice["second"])), choice["which"])
    return _clamp(text)


def _clamp(text: str) -> Rate:
    found = _CLAMP.fullmatch(text)
    if not found:
        raise BadRate(text)
    rate = _sum(found["sum"])
    if found["floor"]:
        rate = Compound((rate, _term(found["floor"])), "higher")
    if found["cap"]:
        rate = Compound((rate, _term(found["cap"])), "lower")
    return rate


def _sum(text: str) -> Rate:
    terms = tuple(_term(part.strip()) for part in text.split("+"))
    return terms[0] if len(terms) == 1 else Compound(terms, "sum")


def _term(text: str) -> Rate:
    found = _TERM.fullmatch(text)
    if not found:
        raise BadRate(f"“{text}” is neither a percentage like “4.5 %” nor an amount like “0.30 EUR/unit”")
    number = Decimal(found["number"])
    if found["percent"]:
        return AdValorem(number / 100)
    if found["per"] not in _UNITS:
        raise BadRate(f"unknown unit “{found['per']}”: use one of {', '.join(_UNITS)}")
    try:
        currency(found["currency"])
    except UnknownCurrency:
        raise BadRate(f"unknown currency “{found['currency']}”") from None
    return Specific(number, found["currency"], found["per"])
