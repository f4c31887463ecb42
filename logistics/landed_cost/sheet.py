"""The working sheet of one scheme: a row of amounts per line, on which rules find and post what is owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from moneyed import Money

from localization.money import split
from logistics.landed_cost.base import DUTY, FEE, GIVEN, GOODS, TAX
from logistics.landed_cost.consignment import CustomsLine
from logistics.landed_cost.facts import Facts
from logistics.landed_cost.pack import Scheme
from logistics.landed_cost.rate_table import Wanted
from logistics.landed_cost.rule import Rule

_KIND_PART = {"duty": DUTY, "fee": FEE}


@dataclass(frozen=True, slots=True)
class Row:
    """One line and its running amounts, in the pack's currency."""

    position: int
    line: CustomsLine
    wanted: Wanted
    amounts: list[Decimal]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows a scheme applies to."""

    facts: Facts
    scheme: Scheme
    rows: tuple[Row, ...]

    @property
    def which(self) -> tuple[int, ...]:
        """The positions of this sheet's lines in the facts."""
        return tuple(row.position for row in self.rows)

    def rows_under(self, rule: Rule) -> list[Row]:
        """The rows a rule applies to: its conditions hold and no rule that displaces it has found anything."""
        if not rule.when and not rule.unless:
            return list(self.rows)
        return [row for row in self.rows if self._admits(rule, row)]

    def _admits(self, rule: Rule, row: Row) -> bool:
        if any(row.amounts[part] for part in rule.unless):
            return False
        return all(condition.holds(self.facts, (row.position,)) for condition in rule.when)

    def post(self, rule: Rule, row: Row, *, amount: Decimal, statutory: Decimal) -> None:
        """Write an amount into the parts of a row that later rules build on."""
        row.amounts[_KIND_PART.get(rule.kind, TAX)] += amount
        row.amounts[rule.part] += amount
        row.amounts[rule.part + 1] += statutory

    def spread(self, amount: Decimal, rows: Iterable[Row]) -> list[Decimal]:
        """An amount of the whole consignment shared out over its lines by value."""
        shares = split(Money(amount, self.facts.exchange.currency), [row.amounts[GOODS] for row in rows])
        return [share.amount for share in shares]


def open_sheet(facts: Facts, scheme: Scheme, positions: Iterable[int]) -> Sheet:
    """A sheet with what the consignment brings filled in and everything else at zero."""
    empty = [Decimal(0)] * (scheme.parts - len(GIVEN))
    consignment = facts.consignment
    rows = []
    for position in positions:
        line = facts.lines[position]
        wanted = Wanted(line.origin, consignment.region, consignment.on)
        rows.append(Row(position, line, wanted, [*facts.parts[position], *empty]))
    return Sheet(facts, scheme, tuple(rows))
