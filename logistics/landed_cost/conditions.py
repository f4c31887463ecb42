"""When a scheme or a rule applies: small tests of the facts, each of which a pack can ask for by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from moneyed import Money

from logistics.landed_cost.base import Base
from logistics.landed_cost.consignment import HS_VERSION, CustomsLine
from logistics.landed_cost.facts import Facts

Scope = Literal["consignment", "line", "item", "gram"]
Which = Sequence[int]
"""The positions of the lines a test is about."""


class Condition(Protocol):
    """One test. Every condition of a scheme must hold."""

    def holds(self, facts: Facts, which: Which) -> bool:
        """Whether the lines at these positions pass."""
        ...


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits on an amount in a currency: above and below are strict, at_least and at_most are not."""

    currency: str
    above: Decimal | None = None
    at_least: Decimal | None = None
    below: Decimal | None = None
    at_most: Decimal | None = None

    def admit(self, amount: Decimal, facts: Facts) -> bool:
        """Whether an amount in the pack's currency is inside the limits."""
        to_ours = facts.exchange.amount
        return not (
            (self.at_most is not None and amount > to_ours(self.at_most, self.currency))
            or (self.above is not None and amount <= to_ours(self.above, self.currency))
            or (self.below is not None and amount >= to_ours(self.below, self.currency))
            or (self.at_least is not None and amount < to_ours(self.at_least, self.currency))
        )


@dataclass(frozen=True, slots=True)
class ValueIs:
    """A threshold on a base, tested on the whole consignment, on each line, on each single item or per gram."""

    base: Base
    scope: Scope
    bounds: Bounds

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition."""
        if self.scope == "consignment":
            return self.bounds.admit(consignment_value(self.base, facts), facts)
        return all(self.bounds.admit(self._one(facts, position), facts) for position in which)

    def _one(self, facts: Facts, position: int) -> Decimal:
        line = facts.lines[position]
        value = self.base.of(facts.parts[position], personal=line.personal)
        if self.scope == "item":
            return value / line.quantity
        return value / max(line.weight_grams, 1) if self.scope == "gram" else value


@dataclass(frozen=True, slots=True)
class BuyerSpentIs:
    """A limit per buyer and calendar year, or per day of arrival: what came before plus this consignment."""

    base: Base
    bounds: Bounds
    period: Literal["year", "day"]

    def known(self, facts: Facts) -> bool:
        """Whether we know what the buyer did before."""
        return self._before(facts) is not None

    def _before(self, facts: Facts) -> Money | None:
        consignment = facts.consignment
        return consignment.buyer_year_to_date if self.period == "year" else consignment.buyer_day

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition. An unknown past counts as none."""
        before = self._before(facts)
        spent = facts.exchange.money(before).amount if before is not None else Decimal(0)
        return self.bounds.admit(spent + consignment_value(self.base, facts), facts)


@dataclass(frozen=True, slots=True)
class BuyerParcelsAtMost:
    """A limit on how many parcels of a buyer are relieved in a period: those before and this one."""

    count: int
    period: Literal["month", "half_year", "year"]

    def known(self, facts: Facts) -> bool:
        """Whether we know what the buyer did before."""
        return facts.consignment.buyer_parcels is not None

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition. An unknown past counts as none."""
        return (facts.consignment.buyer_parcels or 0) < self.count


@dataclass(frozen=True, slots=True)
class Registered:
    """The seller holds every registration of `has` and none of `lacks`."""

    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition."""
        mine = facts.consignment.registrations
        return self.has <= mine and not (self.lacks & mine)


@dataclass(frozen=True, slots=True)
class Among:
    """A property of the consignment is one of `members` (or, with `inside` False, none of them)."""

    what: Literal["border", "mode", "incoterm", "ship_from", "origin", "region"]
    members: frozenset[str]
    inside: bool = True

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition. Of origins, every line must pass."""
        if self.what == "origin":
            return all((facts.lines[position].origin in self.members) is self.inside for position in which)
        return (self._value(facts) in self.members) is self.inside

    def _value(self, facts: Facts) -> str:
        consignment = facts.consignment
        if self.what == "border":
            return facts.border
        if self.what == "region":
            return consignment.region
        if self.what == "mode":
            return consignment.service_mode
        return consignment.incoterm if self.what == "incoterm" else consignment.ship_from.country


@dataclass(frozen=True, slots=True)
class Goods:
    """Every line belongs to a class of goods (`inside`) or none of them does; a class is prefixes of tariff codes."""

    name: str
    prefixes: tuple[str, ...]
    inside: bool
    hs_version: str = HS_VERSION

    def admits(self, line: CustomsLine, facts: Facts) -> bool:
        """Whether one line passes. Goods that may be of the class after a change of edition count as being of it."""
        codes = facts.codes(line, self.hs_version)
        return any(code.startswith(self.prefixes) for code in codes) is self.inside

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition."""
        return all(self.admits(facts.lines[position], facts) for position in which)


@dataclass(frozen=True, slots=True)
class Proven:
    """Every line has (or no line has) a proof of preferential origin."""

    proven: bool

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition."""
        return all(facts.lines[position].proof_of_origin is self.proven for position in which)


@dataclass(frozen=True, slots=True)
class Personal:
    """Every line is (or no line is) for the buyer's own use."""

    personal: bool

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition."""
        return all(facts.lines[position].personal is self.personal for position in which)


@dataclass(frozen=True, slots=True)
class UnitsAtMost:
    """The consignment holds no more than so many pieces (one indivisible item: 1)."""

    count: int

    def holds(self, facts: Facts, which: Which) -> bool:
        """See Condition."""
        return sum(line.quantity for line in facts.lines) <= self.count


def consignment_value(base: Base, facts: Facts) -> Decimal:
    """A base summed over the whole consignment, in the pack's currency."""
    value = Decimal(0)
    for line, parts in zip(facts.lines, facts.parts, strict=True):
        value += base.of(parts, personal=line.personal)
    return value
