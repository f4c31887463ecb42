"""Rates by tariff code: the longest matching prefix wins, then a row for the goods' origin, then the row for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from logistics.landed_cost.evidence import Evidence
from logistics.landed_cost.rate import Rate

EVERYTHING = ""
"""The prefix of a row written `hs: "*"`: it matches every code."""


@dataclass(frozen=True, slots=True)
class RateRow:
    """One rate for codes of a prefix. Empty `origins` means every origin that no other row of the prefix names."""

    prefix: str
    rate: Rate
    evidence: Evidence
    text: str
    origins: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RateTable:
    """Rows by prefix. `complete` tables answer None for a code they do not hold (no such duty); others refuse it."""

    name: str
    rows: Mapping[str, tuple[RateRow, ...]]
    lengths: tuple[int, ...]
    complete: bool
    sample: bool = False

    @property
    def by_code(self) -> bool:
        """Whether the tariff code changes the answer."""
        return self.lengths != (0,)

    def find(self, hs_code: str, origin: str, on: date) -> RateRow | None:
        """The row of a code for goods of an origin on a day; None when the table holds none."""
        for length in self.lengths:
            for row in self.rows.get(hs_code[:length], ()):
                if (not row.origins or origin in row.origins) and row.evidence.period.covers(on):
                    return row
        return None


def index_rows(rows: Iterable[RateRow]) -> tuple[Mapping[str, tuple[RateRow, ...]], tuple[int, ...]]:
    """Rows by prefix, those for named origins first, and the prefix lengths from long to short."""
    found: dict[str, list[RateRow]] = {}
    for row in rows:
        found.setdefault(row.prefix, []).append(row)
    ordered = {prefix: tuple(sorted(some, key=lambda row: not row.origins)) for prefix, some in found.items()}
    return ordered, tuple(sorted({len(prefix) for prefix in ordered}, reverse=True))
