"""What a reader of an official tariff answers: rates by code and origin, and what it could not read."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from localization.territory_table import EU_MEMBERS
from logistics.landed_cost.packs import Fault

EVERYWHERE: frozenset[str] = frozenset()
_CODE = re.compile(r"\d{4,10}", re.ASCII)
_DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T.*)?|(?P<d2>\d\d)[-/.](?P<m2>\d\d)[-/.](?P<y2>\d{4})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRate:
    """One rate: `rate` in our grammar (or UNKNOWN), for goods of `origins` (EVERYWHERE), on days both inclusive."""

    at: str
    hs: str
    rate: str
    origins: frozenset[str] = EVERYWHERE
    since: date
    until: date | None = None


@dataclass(slots=True)
class OfficialTariff:
    """All rates of a file. `unread` are rates whose text means nothing to us, `left_out` counts what is no ordinary duty."""

    rates: list[OfficialRate] = field(default_factory=list)
    preferences: list[OfficialRate] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a file is read: its `name` for faults, the day it was issued, members of country groups by their number."""

    name: str
    dated: date
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def members(self, area: str, *, without: Collection[str] = ()) -> frozenset[str] | None:
        """The countries of an area (an ISO code or the number of a group); None for a group nobody described."""
        if len(area) == 2:
            countries = frozenset({area})
        else:
            found = self.groups.get(area) or _GROUPS.get(area)
            if found is None:
                return None
            countries = found
        gone = [self.members(one) for one in without]
        return None if None in gone else countries.difference(*(one for one in gone if one))


# Area 1010 and 1013 are the European Union in TARIC and in the UK tariff.
_GROUPS: Mapping[str, frozenset[str]] = {"1010": EU_MEMBERS, "1013": EU_MEMBERS}


def goods_code(text: str) -> str | None:
    """The digits of a commodity code without the zeros that fill it up in pairs; None when it is none."""
    digits = text.strip().partition(" ")[0].replace(".", "")
    if not _CODE.fullmatch(digits) or len(digits) % 2:
        return None
    while len(digits) > 2 and digits.endswith("00"):
        digits = digits[:-2]
    return digits


def day(text: str) -> date | None:
    """A day as 2026-07-01 or 01-07-2026; None when it is none."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    parts = found.group("y", "m", "d") if found["y"] else (found["y2"], found["m2"], found["d2"])
    try:
        return date(*map(int, parts))
    except ValueError:
        return None
