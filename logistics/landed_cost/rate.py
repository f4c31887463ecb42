"""A duty rate as a tariff prints it: a percentage, an amount per unit, a sum, the higher or lower of two, floor and cap.

The grammar (spaces are free, a number is plain digits with an optional point):

    rate   = "free" | clamp | "higher of" clamp "or" clamp | "lower of" clamp "or" clamp
    clamp  = sum [ "min" amount ] [ "max" amount ]
    sum    = term { "+" term }
    term   = NUMBER "%" | amount
    amount = NUMBER CURRENCY "/" ( "kg" | "100kg" | "g" | "unit" | "pair" | "dozen" )
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from localization.money import UnknownCurrency, currency

_TERM = re.compile(
    r"(?P<number>\d+(?:\.\d+)?) ?(?:(?P<percent>%)|(?P<currency>[A-Z]{3}) ?/ ?(?P<per>[0-9a-z]+))", re.ASCII
)
_CHOICE = re.compile(r"(?P<which>higher|lower) of (?P<first>.+) or (?P<second>.+)")
_CLAMP = re.compile(r"(?P<sum>.+?)(?: min (?P<floor>.+?))?(?: max (?P<cap>.+))?$")
# How many grams, or how many pieces, one unit of a specific duty is.
_GRAMS = {"kg": Decimal(1000), "100kg": Decimal(100_000), "g": Decimal(1)}
_PIECES = {"unit": Decimal(1), "pair": Decimal(1), "dozen": Decimal(12)}


class BadRate(ValueError):
    """The text is no rate of this grammar."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a rate is applied to; `convert` brings a number of some currency into the currency of the base."""

    base: Decimal
    grams: int
    pieces: int
    convert: Callable[[Decimal, str], Decimal]


class Rate(Protocol):
    """Something that turns a measure into an amount; `percent` is the pure rate when it is nothing else."""

    @property
    def percent(self) -> Decimal | None:
        """The pure rate (0.19 for 19 %), None for anything but a plain percentage."""
        ...

    def of(self, measure: Measure) -> Decimal:
        """The unrounded amount, in the currency of the base."""
        ...


@dataclass(frozen=True, slots=True)
class AdValorem:
    """A share of the base; `percent` is the pure rate (0.19 for 19 %)."""

    percent: Decimal | None

    def of(self, measure: Measure) -> Decimal:
        """Base times rate."""
        return measure.base * (self.percent or 0)


@dataclass(frozen=True, slots=True)
class Specific:
    """An amount per kilogram or per piece, whatever the value."""

    number: Decimal
    currency: str
    per: str
    percent: Decimal | None = None

    def of(self, measure: Measure) -> Decimal:
        """Amount times measured quantity. The caller has made sure that the weight is known."""
        grams = _GRAMS.get(self.per)
        count = Decimal(measure.grams) / grams if grams else Decimal(measure.pieces) / _PIECES[self.per]
        return measure.convert(self.number, self.currency) * count


@dataclass(frozen=True, slots=True)
class Compound:
    """Several rates at once: their sum, the highest or the lowest."""

    parts: tuple[Rate, ...]
    how: str
    percent: Decimal | None = None

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
    if found["per"] not in _GRAMS and found["per"] not in _PIECES:
        raise BadRate(f"unknown unit “{found['per']}”: use kg, 100kg, g, unit, pair or dozen")
    try:
        currency(found["currency"])
    except UnknownCurrency:
        raise BadRate(f"unknown currency “{found['currency']}”") from None
    return Specific(number, found["currency"], found["per"])
