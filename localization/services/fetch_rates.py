"""Fetches today's rates from the live source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import structlog
from django.db import transaction

from localization import clock
from localization.events import rates_changed
from localization.models import ExchangeRate
from localization.rate_jumps import state_of_new_rate
from localization.rate_sources.base import RANKS, PublishedRate
from localization.rate_sources.pegged import pegged
from localization.rate_sources.registry import rate_source
from localization.selectors import RATES
from localization.states import RateState

log = structlog.get_logger(__name__)

_SOURCE = "live"
_DAYS = 7


@dataclass(frozen=True)
class FetchReport:
    """What a fetch brought: currencies whose new rate is in use, and those held for a person."""

    in_use: tuple[str, ...]
    held: tuple[str, ...]


def fetch_rates() -> FetchReport:
    """Ask the live source, follow the pegs, and keep what is new; a rate we already have for its day stays as it is.

    A jump of more than 10 % against the last rate in use is kept as HELD and converts nothing until somebody approves it.
    Raises Unavailable, Refused or Misread from the source; then nothing is written.
    """
    published = rate_source(_SOURCE).rates(since=clock.today() - timedelta(days=_DAYS))
    with transaction.atomic(durable=True):
        rows = [row for rate in (*published, *pegged(published)) if (row := _kept(rate)) is not None]
        if rows:
            RATES.forget()
            transaction.on_commit(lambda: rates_changed.send_robust(sender=ExchangeRate))
    return _report(rows)


def _kept(rate: PublishedRate) -> ExchangeRate | None:
    """The new row of a published rate; None where the day's rate is known."""
    row, created = ExchangeRate.objects.get_or_create(
        day=rate.day,
        currency=rate.currency,
        provider=rate.publisher,
        defaults={
            "rate": rate.rate,
            "source": rate.source,
            "rank": RANKS[rate.publisher],
            "state": state_of_new_rate(rate.rate, _last_in_use(rate)),
        },
    )
    return row if created else None


def _last_in_use(rate: PublishedRate) -> Decimal | None:
    rows = ExchangeRate.objects.filter(currency=rate.currency, state=RateState.IN_USE, day__lt=rate.day)
    return rows.order_by("-day", "-rank").values_list("rate", flat=True).first()


def _report(rows: Sequence[ExchangeRate]) -> FetchReport:
    held = tuple(row.currency for row in rows if row.state == RateState.HELD)
    if held:
        log.warning("exchange rates held for a person", currencies=held)
    return FetchReport(in_use=tuple(row.currency for row in rows if row.state == RateState.IN_USE), held=held)
