"""The bricks of the pack schema: each reads one located value into plain JSON data or notes a fault."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from localization.money import UnknownCurrency, currency
from logistics.landed_cost.packs.faults import Fault
from logistics.landed_cost.packs.located import Located
from logistics.landed_cost.rate import BadRate, parse_rate

_NUMBER = re.compile(r"\d{1,12}(\.\d{1,10})?", re.ASCII)
_SHARE = re.compile(r"(\d{1,6}(?:\.\d{1,8})?) ?%", re.ASCII)
_AMOUNT = re.compile(r"(\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HS = re.compile(r"\*|\d{2}|\d{4,10}", re.ASCII)


@dataclass(slots=True)
class Faults:
    """The faults found so far."""

    found: list[Fault] = field(default_factory=list)

    def add(self, at: Located, message: str) -> None:
        """Note a fault at a place."""
        self.found.append(Fault(at.at, at.field, message))


Reader = Callable[[Located, Faults], Any]


def text(here: Located, faults: Faults) -> str:
    """Any text that is not blank."""
    if isinstance(here.value, str) and here.value.strip():
        return " ".join(here.value.split())
    faults.add(here, "text expected")
    return ""


def matching(pattern: "re.Pattern[str]", expected: str) -> Reader:
    """Text of a form."""

    def read(here: Located, faults: Faults) -> str:
        if isinstance(here.value, str) and pattern.fullmatch(here.value):
            return here.value
        faults.add(here, f"{expected} expected, not “{_shown(here)}”")
        return ""

    return read


number = matching(_NUMBER, "a number like 135 or 0.05, never negative,")
hs_prefix = matching(_HS, "2 or 4 to 10 digits of a tariff code, or *,")


def choice(*options: str) -> Reader:
    """One of some words."""

    def read(here: Located, faults: Faults) -> str:
        if isinstance(here.value, str) and here.value in options:
            return here.value
        faults.add(here, f"one of {', '.join(options)} expected, not “{_shown(here)}”")
        return options[0]

    return read


def truth(here: Located, faults: Faults) -> bool:
    """true or false."""
    if here.value in ("true", "false"):
        return here.value == "true"
    faults.add(here, f"true or false expected, not “{_shown(here)}”")
    return False


def day(here: Located, faults: Faults) -> str | None:
    """A calendar day as YYYY-MM-DD; null means open."""
    if here.value is None:
        return None
    try:
        if isinstance(here.value, str) and _DAY.fullmatch(here.value):
            return date.fromisoformat(here.value).isoformat()
    except ValueError:
        pass
    faults.add(here, f"a day like 2026-07-01 expected, not “{_shown(here)}”")
    return "1970-01-01"


def rate(here: Located, faults: Faults) -> str:
    """A rate of the grammar in `rate`."""
    try:
        parse_rate(here.value if isinstance(here.value, str) else "")
    except BadRate as error:
        faults.add(here, f"no rate: {error}")
        return "free"
    return str(here.value)


def share(here: Located, faults: Faults) -> str:
    """A pure share written in percent ("70 %"), as a decimal fraction."""
    found = _SHARE.fullmatch(here.value) if isinstance(here.value, str) else None
    if found:
        return str(Decimal(found[1]) / 100)
    faults.add(here, f"a percentage like 70 % expected, not “{_shown(here)}”")
    return "0"


def currency_code(here: Located, faults: Faults) -> str:
    """An ISO 4217 code."""
    try:
        return currency(here.value if isinstance(here.value, str) else "").code
    except UnknownCurrency:
        faults.add(here, f"a currency like EUR expected, not “{_shown(here)}”")
        return "EUR"


def amount(here: Located, faults: Faults) -> dict[str, str]:
    """An amount with its currency, like 3.00 EUR."""
    found = _AMOUNT.fullmatch(here.value) if isinstance(here.value, str) else None
    if found:
        try:
            return {"amount": found[1], "currency": currency(found[2]).code}
        except UnknownCurrency:
            pass
    faults.add(here, f"an amount like 3.00 EUR expected, not “{_shown(here)}”")
    return {"amount": "0", "currency": "EUR"}


def list_of(reader: Reader) -> Reader:
    """A sequence of values."""

    def read(here: Located, faults: Faults) -> list[Any]:
        if isinstance(here.value, list):
            return [reader(item, faults) for item in here.value]
        faults.add(here, "a list expected")
        return []

    return read


def one_or_more(reader: Reader) -> Reader:
    """A sequence of values, or a single one without the brackets."""
    several = list_of(reader)
    return lambda here, faults: (
        several(here, faults) if isinstance(here.value, list) else [reader(here, faults)]
    )


def map_of(reader: Reader) -> Reader:
    """Values by names of their own."""

    def read(here: Located, faults: Faults) -> dict[str, Any]:
        if isinstance(here.value, Mapping):
            return {key: reader(value, faults) for key, value in here.value.items()}
        faults.add(here, "named values expected")
        return {}

    return read


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields: `required` must be there, `optional` may, nothing else. The result also says where it was read."""

    required: Mapping[str, Reader]
    optional: Mapping[str, Reader] = field(default_factory=dict)

    def __call__(self, here: Located, faults: Faults) -> dict[str, Any]:
        """Read the record."""
        if not isinstance(here.value, Mapping):
            faults.add(here, f"fields expected: {', '.join([*self.required, *self.optional])}")
            return {}
        for name in self.required:
            if name not in here.value:
                faults.add(here, f"the field “{name}” is missing")
        found: dict[str, Any] = {"at": here.at}
        for name, value in here.value.items():
            reader = self.required.get(name) or self.optional.get(name)
            if reader is None:
                known = ", ".join(sorted({*self.required, *self.optional}))
                faults.add(value, f"unknown field “{name}”; known are {known}")
            else:
                found[name] = reader(value, faults)
        return found


def _shown(here: Located) -> str:
    return here.value if isinstance(here.value, str) else type(here.value).__name__
