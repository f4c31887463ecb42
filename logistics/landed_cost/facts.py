"""The facts of one quote, in the currency of the destination's pack: sorted lines, their values, the border they cross."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from moneyed import Money

from localization.money import split
from localization.places import Territory, crosses_customs_border
from localization.rates import FxRate, FxTable
from logistics.landed_cost.consignment import Consignment, CustomsLine
from logistics.landed_cost.correlation import NO_CORRELATION, Correlation

Border = Literal["domestic", "union", "fiscal", "customs"]


@dataclass(slots=True)
class Exchange:
    """Converts into one currency and remembers every rate it used."""

    table: FxTable
    currency: str
    used: dict[str, FxRate] = field(default_factory=dict)

    def money(self, money: Money) -> Money:
        """`money` in our currency, rounded to its minor unit. Raises RateUnavailable."""
        source = money.currency.code
        if source == self.currency:
            return money
        rate = self.used.get(source)
        if rate is None:
            rate = self.used[source] = self.table.rate(source, self.currency)
        return rate.convert(money)

    def amount(self, number: Decimal, currency: str) -> Decimal:
        """A number of some currency as a number of ours."""
        return number if currency == self.currency else self.money(Money(number, currency)).amount


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules and conditions look at. `parts` holds the amounts of `base.GIVEN` for each line, in line order."""

    consignment: Consignment
    lines: tuple[CustomsLine, ...]
    parts: tuple[tuple[Decimal, Decimal, Decimal, Decimal], ...]
    border: Border
    exchange: Exchange
    correlation: Correlation = NO_CORRELATION

    def codes(self, line: CustomsLine, hs_version: str) -> tuple[str, ...]:
        """The tariff codes a line may have in an edition of the Harmonized System: one, unless a heading was split."""
        if line.hs_version == hs_version:
            return (line.hs_code,)
        return self.correlation.codes(line.hs_code, line.hs_version, hs_version)


def gather(consignment: Consignment, exchange: Exchange, correlation: Correlation = NO_CORRELATION) -> Facts:
    """The facts of a consignment. Lines are put in the order of their ids, so that the caller's order cannot matter.

    Freight, insurance and clearance fee are shared out over the lines by their value, to the cent.
    """
    lines = consignment.lines
    if len(lines) > 1:
        lines = tuple(sorted(lines, key=lambda line: (len(line.line_id), line.line_id)))
    goods = [exchange.money(line.value).amount for line in lines]
    freight = _shared(exchange.money(consignment.freight), goods)
    insurance = _shared(exchange.money(consignment.insurance), goods)
    fee = consignment.clearance_fee
    clearance = [Decimal(0)] * len(goods) if fee is None else _shared(exchange.money(fee), goods)
    return Facts(
        consignment=consignment,
        lines=lines,
        parts=tuple(zip(goods, freight, insurance, clearance, strict=True)),
        border=border(consignment.ship_from, consignment.destination),
        exchange=exchange,
        correlation=correlation,
    )


def border(source: Territory, target: Territory) -> Border:
    """What lies between two territories: nothing, another member of the union, a tax border only, or a customs border."""
    if source.code == target.code:
        return "domestic"
    if crosses_customs_border(source, target):
        return "customs"
    if source.tax_area != target.tax_area:
        return "fiscal"
    return "domestic" if source.country == target.country else "union"


def _shared(money: Money, weights: list[Decimal]) -> list[Decimal]:
    if len(weights) == 1:
        return [money.amount]
    return [part.amount for part in split(money, weights)]
