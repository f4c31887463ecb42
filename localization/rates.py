"""Exchange rates as values: a dated, sourced quotation per currency, and any pair crossed from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, localcontext
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.money import convert
from localization.refusals import Refusal

IDENTITY = "identity"
_DIGITS = 12  # significant digits of a crossed rate: two more than any source publishes


@dataclass(eq=False)
class RateUnavailable(Refusal):
    """No rate inside the age limit: the currency is closed for sale until one arrives."""

    code: ClassVar[str] = "rate_unavailable"
    status: ClassVar[int] = 503
    text: ClassVar[str | Promise] = _("There is no current exchange rate from %(source)s to %(target)s.")

    source: str
    target: str


@dataclass(frozen=True)
class Quotation:
    """What one unit of the table's base buys of a currency: `rate`, on `day`, says `provider`."""

    rate: Decimal
    day: date
    provider: str


@dataclass(frozen=True)
class FxRate:
    """Units of `target` for one unit of `source`, on `day`, says `provider`."""

    source: str
    target: str
    rate: Decimal
    day: date
    provider: str

    def convert(self, money: Money) -> Money:
        """`money` (of `source`) in `target`, rounded half up to its minor unit. Raises ValueError for another currency."""
        if money.currency.code != self.source:
            raise ValueError(f"a rate of {self.source} cannot convert {money.currency.code}")
        return convert(money, self.rate, self.target)

    @property
    def inverse(self) -> "FxRate":
        """The same rate the other way round, to twelve significant digits."""
        return FxRate(self.target, self.source, _quotient(Decimal(1), self.rate), self.day, self.provider)


@dataclass(frozen=True)
class FxTable:
    """Quotations against one base currency. A currency that is not in `rows` is closed for sale.

    `given` are rates of pairs that stand before the quotations, such as those a customs authority publishes.
    """

    rows: Mapping[str, Quotation] = field(default_factory=dict)
    base: str = "EUR"
    day: date = date.min
    given: Mapping[tuple[str, str], FxRate] = field(default_factory=dict)

    def with_rates(self, rates: Iterable[FxRate]) -> "FxTable":
        """The same table with rates that stand before its own, each also the other way round."""
        given = dict(self.given)
        for rate in rates:
            given[rate.source, rate.target] = rate
            given.setdefault((rate.target, rate.source), rate.inverse)
        return replace(self, given=given)

    def rate(self, source: str, target: str) -> FxRate:
        """The rate of a pair, crossed over the base; dated by its older leg. Raises RateUnavailable."""
        if source == target:
            return FxRate(source, target, Decimal(1), self.day, IDENTITY)
        if (source, target) in self.given:
            return self.given[source, target]
        try:
            legs = [self.rows[code] for code in (source, target) if code != self.base]
        except KeyError:
            raise RateUnavailable(source=source, target=target) from None
        crossed = _quotient(self._per_base(target), self._per_base(source))
        return FxRate(source, target, crossed, min(leg.day for leg in legs), _providers(legs))

    def _per_base(self, code: str) -> Decimal:
        return Decimal(1) if code == self.base else self.rows[code].rate


def _providers(legs: list[Quotation]) -> str:
    return "+".join(dict.fromkeys(leg.provider for leg in legs))


def _quotient(above: Decimal, below: Decimal) -> Decimal:
    with localcontext(prec=_DIGITS):
        return above / below
