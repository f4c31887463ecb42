"""What a charge is reckoned on: named parts of a line, each with a factor, perhaps another mix for personal imports."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from logistics.landed_cost.rounding import Rounding

GIVEN = ("goods", "freight", "insurance", "clearance")
"""The parts a consignment brings along."""
PARTS = (*GIVEN, "duty", "tax", "fee")
"""The parts every line has, in the order of its amounts; after them each rule of the scheme has two of its own."""
GOODS, FREIGHT, INSURANCE, CLEARANCE, DUTY, TAX, FEE = range(len(PARTS))


@dataclass(frozen=True, slots=True)
class Mix:
    """Parts added up: `plain` as they are, `weighted` times a factor (1.1 for a ten percent uplift)."""

    plain: tuple[int, ...] = ()
    weighted: tuple[tuple[int, Decimal], ...] = ()

    def of(self, amounts: Sequence[Decimal]) -> Decimal:
        """The sum over one line's amounts."""
        found = Decimal(0)
        for part in self.plain:
            found += amounts[part]
        for part, factor in self.weighted:
            found += amounts[part] * factor
        return found


@dataclass(frozen=True, slots=True)
class Base:
    """A mix for everyone, another for goods for the buyer's own use where a country values those lower (JP 60 %)."""

    mix: Mix
    personal: Mix
    rounding: Rounding | None = None

    def of(self, amounts: Sequence[Decimal], *, personal: bool) -> Decimal:
        """The base of one line, in the currency of the pack."""
        return (self.personal if personal else self.mix).of(amounts)

    def rounded(self, amount: Decimal) -> Decimal:
        """The base as the country rounds it before a rate is applied."""
        return self.rounding.apply(amount) if self.rounding else amount
