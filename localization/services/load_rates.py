"""Loads the bundled rate history and the pegs that follow from it."""

from datetime import timedelta

from django.db import transaction

from localization import clock
from localization.events import rates_changed
from localization.models import ExchangeRate
from localization.rate_sources.base import RANKS, PublishedRate
from localization.rate_sources.pegged import pegged
from localization.rate_sources.registry import rate_source
from localization.selectors import RATES
from localization.states import RateState

_SOURCE = "history"
_DAYS = 400
_BATCH = 2000


def load_rates() -> int:
    """Store the rates of the last 400 days that the bundled history knows and we do not. Returns how many are new.

    The history is trusted as published: nothing of it is held back. Idempotent.
    """
    published = rate_source(_SOURCE).rates(since=clock.today() - timedelta(days=_DAYS))
    wanted = [*published, *pegged(published)]
    known = set(ExchangeRate.objects.values_list("day", "currency", "provider"))
    new = [_row(rate) for rate in wanted if (rate.day, rate.currency, rate.publisher) not in known]
    if new:
        _store(new)
    return len(new)


def _row(rate: PublishedRate) -> ExchangeRate:
    return ExchangeRate(
        day=rate.day,
        currency=rate.currency,
        rate=rate.rate,
        provider=rate.publisher,
        source=rate.source,
        rank=RANKS[rate.publisher],
        state=RateState.IN_USE,
    )


def _store(rows: list[ExchangeRate]) -> None:
    """Two loads at once write each row once."""
    with transaction.atomic():
        ExchangeRate.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
        RATES.forget()
        transaction.on_commit(lambda: rates_changed.send_robust(sender=ExchangeRate))
