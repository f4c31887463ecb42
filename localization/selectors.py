"""Reads of localization: markets and exchange rates, both kept in process (see `remembered`)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization import clock
from localization.models import ExchangeRate, Market
from localization.rates import FxTable, Quotation
from localization.refusals import Refusal
from localization.remembered import Remembered
from localization.states import RateState
from localization.values import MarketInfo


@dataclass(eq=False)
class UnknownMarket(Refusal):
    """We do not sell under this market code."""

    code: ClassVar[str] = "unknown_market"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no market “%(market)s”.")

    market: str


def markets() -> tuple[MarketInfo, ...]:
    """All markets in their order. No query when warm."""
    return tuple(MARKETS.get("all").values())


def market(code: str) -> MarketInfo:
    """The market of a code such as "de". No query when warm. Raises UnknownMarket."""
    try:
        return MARKETS.get("all")[code]
    except KeyError:
        raise UnknownMarket(market=code) from None


def fx_table(on: date | None = None) -> FxTable:
    """The newest rate of each currency not after `on` (today in UTC when None). One query, none when warm.

    A currency whose newest rate is older than settings.FX_MAX_AGE_DAYS on that day is left out: closed for sale.
    """
    return RATES.get((on or clock.today(), settings.FX_MAX_AGE_DAYS))


def held_rates() -> int:
    """How many rates jumped so far that a person has to decide on them."""
    return ExchangeRate.objects.filter(state=RateState.HELD).count()


def closed_currencies() -> tuple[str, ...]:
    """The currencies of markets that have no usable rate today and are closed for sale. No query when warm."""
    table = fx_table()
    wanted = {market.currency for market in markets()} - {table.base}
    return tuple(sorted(wanted - set(table.rows)))


def _load_markets(_: str) -> dict[str, MarketInfo]:
    return {row.code: row.info for row in Market.objects.all()}


def _load_fx_table(key: tuple[date, int]) -> FxTable:
    day, max_age_days = key
    usable = ExchangeRate.objects.filter(state=RateState.IN_USE, day__lte=day)
    newest = (
        usable.filter(currency=OuterRef("currency")).order_by("-day", "-rank", "provider").values("pk")[:1]
    )
    rows = usable.filter(day__gte=day - timedelta(days=max_age_days), pk=Subquery(newest))
    return FxTable(
        rows={row.currency: Quotation(rate=row.rate, day=row.day, provider=row.provider) for row in rows},
        day=day,
    )


MARKETS: Remembered[str, dict[str, MarketInfo]] = Remembered("markets", _load_markets)
RATES: Remembered[tuple[date, int], FxTable] = Remembered("rates", _load_fx_table)
