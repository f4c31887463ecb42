"""Sets an exchange rate by hand: for a currency without a feed, or when the feed is wrong."""

from decimal import Decimal

from django.db import transaction

from localization import clock
from localization.events import rates_changed
from localization.manual_rates import ManualRate
from localization.models import ExchangeRate
from localization.rate_sources.base import MANUAL, RANKS
from localization.selectors import RATES
from localization.states import RateState


def set_manual_rate(wish: ManualRate) -> int:
    """Store the rate, or correct the manual one of that day; it wins over every feed of its day. Returns the row's id.

    A person may set any jump. Each setting and correction is in the row's history.
    """
    with transaction.atomic():
        row, created = ExchangeRate.objects.select_for_update().get_or_create(
            day=wish.day,
            currency=wish.currency,
            provider=MANUAL,
            defaults={
                "rate": wish.rate,
                "rank": RANKS[MANUAL],
                "source": wish.source,
                "state": RateState.IN_USE,
            },
        )
        _record(row, wish, before=None if created else row.rate)
        if not created:
            row.rate, row.source = wish.rate, wish.source
            row.save(update_fields=["rate", "source"])
        RATES.forget()
        transaction.on_commit(lambda: rates_changed.send_robust(sender=ExchangeRate))
    return row.pk


def _record(row: ExchangeRate, wish: ManualRate, *, before: Decimal | None) -> None:
    step = _plain(wish.rate) if before is None else f"{_plain(before)} → {_plain(wish.rate)}"
    reason = f"{step}: {wish.reason}"[:200]
    row.history.create(source=row.state, target=row.state, reason=reason, actor=wish.actor, at=clock.now())


def _plain(rate: Decimal) -> str:
    return f"{rate.normalize():f}"
