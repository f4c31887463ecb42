"""How tariff codes of one edition of the Harmonized System read in another: what the WCO calls a correlation table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_INTERNATIONAL = 6
"""Digits that the Harmonized System gives; those after them are a country's own and do not survive a change."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """Subheadings that changed between two editions, by (edition, edition, six digits); all others stayed as they were."""

    changed: Mapping[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)

    def codes(self, hs_code: str, source: str, target: str) -> tuple[str, ...]:
        """The codes of `target` that goods of a code of `source` may have, in ascending order."""
        six = hs_code[:_INTERNATIONAL]
        return self.changed.get((source, target, six), (hs_code,))

    def lines(self) -> tuple[str, ...]:
        """Every change in a fixed order, for a digest."""
        return tuple(f"{' '.join(key)} {' '.join(self.changed[key])}" for key in sorted(self.changed))


NO_CORRELATION = Correlation()


def correlate(rows: Iterable[tuple[str, str, str, str]]) -> Correlation:
    """A correlation from rows (edition, code, edition, code), readable in both directions."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for old, old_code, new, new_code in rows:
        found.setdefault((old, new, old_code), set()).add(new_code)
        found.setdefault((new, old, new_code), set()).add(old_code)
    return Correlation({key: tuple(sorted(codes)) for key, codes in found.items()})
