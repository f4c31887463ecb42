"""Rates by tariff code: the longest prefix wins, then a row for the region, then one for the origin, then that for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from logistics.landed_cost.consignment import HS_VERSION
from logistics.landed_cost.evidence import Evidence
from logistics.landed_cost.rate import Rate

EVERYTHING = ""
"""The prefix of a row written `hs: "*"`: it matches every code."""


@dataclass(frozen=True, slots=True)
class RateRow:
    """One rate for codes of a prefix. Empty `origins` or `regions` mean every one that no other row of the prefix names."""

    prefix: str
    rate: Rate
    evidence: Evidence
    text: str
    origins: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()

    def is_for(self, wanted: "Wanted") -> bool:
        """Whether the row is about goods of that origin, going to that region, on that day."""
        return (
            (not self.origins or wanted.origin in self.origins)
            and (not self.regions or wanted.region in self.regions)
            and self.evidence.period.covers(wanted.on)
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rate is looked up for, besides the tariff code."""

    origin: str
    region: str
    on: date


@dataclass(frozen=True, slots=True)
class RateTable:
    """Rows by prefix. `complete` tables answer None for a code they do not hold (no such duty); others refuse it."""

    name: str
    rows: Mapping[str, tuple[RateRow, ...]]
    lengths: tuple[int, ...]
    complete: bool
    sample: bool = False
    hs_version: str = HS_VERSION

    @property
    def by_code(self) -> bool:
        """Whether the tariff code changes the answer."""
        return self.lengths != (0,)

    def find(self, hs_code: str, wanted: Wanted) -> RateRow | None:
        """The row of a code; None when the table holds none."""
        for length in self.lengths:
            for row in self.rows.get(hs_code[:length], ()):
                if row.is_for(wanted):
                    return row
        return None


def index_rows(rows: Iterable[RateRow]) -> tuple[Mapping[str, tuple[RateRow, ...]], tuple[int, ...]]:
    """Rows by prefix, those for named regions and origins first, and the prefix lengths from long to short."""
    found: dict[str, list[RateRow]] = {}
    for row in rows:
        found.setdefault(row.prefix, []).append(row)
    ordered = {
        prefix: tuple(sorted(some, key=lambda row: (not row.regions, not row.origins)))
        for prefix, some in found.items()
    }
    return ordered, tuple(sorted({len(prefix) for prefix in ordered}, reverse=True))
