"""Sets an exchange rate by hand: for a currency without a feed, or when the feed is wrong."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization import clock
from localization.events import rates_changed
from localization.models import ExchangeRate
from localization.rate_sources.base import MANUAL, RANKS, is_iso_currency
from localization.refusals import Refusal
from localization.selectors import RATES

_BASE = "EUR"
_LARGEST = Decimal(10) ** 9
_DECIMALS = Decimal("1e-10")


@dataclass(eq=False)
class BadRate(Refusal):
    """No rate of the euro: not positive, out of range, of an unknown currency or of a day to come."""

    code: ClassVar[str] = "bad_rate"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("%(rate)s is no exchange rate of %(currency)s for %(day)s.")

    currency: str
    rate: Decimal
    day: date


@dataclass(frozen=True, kw_only=True)
class ManualRate:
    """What one euro buys of `currency` on `day`, and who says so for which reason."""

    currency: str
    rate: Decimal
    day: date
    actor: str
    reason: str


def set_manual_rate(wish: ManualRate) -> int:
    """Store the rate, or correct the manual one of that day; it wins over every feed of its day. Returns the row's id.

    A person may set any jump. Every correction is in the row's history. Raises BadRate; then nothing is written.
    """
    _check(wish)
    with transaction.atomic():
        row, created = ExchangeRate.objects.select_for_update().get_or_create(
            day=wish.day,
            currency=wish.currency,
            provider=MANUAL,
            defaults={"rate": wish.rate, "rank": RANKS[MANUAL], "source": _source(wish)},
        )
        before = "" if created else f"{row.rate.normalize():f} → "
        row.rate, row.source = wish.rate, _source(wish)
        row.save(update_fields=["rate", "source"])
        row.history.create(
            source=row.state,
            target=row.state,
            reason=f"{before}{wish.rate.normalize():f}: {wish.reason}"[:200],
            actor=wish.actor,
            at=clock.now(),
        )
        RATES.forget()
        transaction.on_commit(lambda: rates_changed.send_robust(sender=ExchangeRate))
    return row.pk


def _check(wish: ManualRate) -> None:
    """NaN and infinities compare false or leave the range, so they are refused with the rest."""
    sane = wish.rate.is_finite() and _DECIMALS <= wish.rate < _LARGEST
    if not sane or wish.currency == _BASE or not is_iso_currency(wish.currency) or wish.day > clock.today():
        raise BadRate(currency=wish.currency, rate=wish.rate, day=wish.day)


def _source(wish: ManualRate) -> str:
    return f"{wish.actor}: {wish.reason}"[:200]
