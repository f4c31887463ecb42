"""What a buyer has used of China's yearly limit for cross-border retail imports: which purchases count, and how much. Pure.

CNY 26,000 per person and calendar year (Cai Guan Shui 2018/49). Goods whose return is asked for within 30 days of release, and
that are back within 45, count no more (GAC announcement 2020/45, read 2026-11-22; confidence H).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from moneyed import Money

from localization.money import total

COUNTED_IN = {"CN": "CNY"}
"""Destinations that limit what a person may buy in a year, with the currency of the limit."""
_CHINA_STANDARD_TIME = timezone(timedelta(hours=8))
_ASKED_WITHIN = timedelta(days=30)
_BACK_WITHIN = timedelta(days=45)


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """One parcel under the limit: `value` is its dutiable value in CNY; moments are aware, None for what has not happened.

    `released_at` is when customs let it go, `return_asked_at` when it was to go back, `gone_at` when it was back or lost.
    """

    placed_at: datetime
    value: Money
    released_at: datetime | None = None
    return_asked_at: datetime | None = None
    gone_at: datetime | None = None


def year_bounds(on: date) -> tuple[datetime, datetime]:
    """The calendar year of a day in China: its first moment, and the first of the next."""
    return (
        datetime(on.year, 1, 1, tzinfo=_CHINA_STANDARD_TIME),
        datetime(on.year + 1, 1, 1, tzinfo=_CHINA_STANDARD_TIME),
    )


def year_to_date(purchases: Iterable[Purchase], *, on: date) -> Money:
    """What the buyer has used of the limit of that day's year, in CNY."""
    first, end = year_bounds(on)
    used = (one.value for one in purchases if first <= one.placed_at < end and counts(one))
    return total(used, COUNTED_IN["CN"])


def counts(purchase: Purchase) -> bool:
    """Whether a purchase uses the limit: unless it went back in time, or was gone before customs let it in."""
    if purchase.gone_at is None:
        return True
    if purchase.released_at is None:
        return False
    asked = purchase.return_asked_at or purchase.gone_at
    in_time = asked <= purchase.released_at + _ASKED_WITHIN
    return not (in_time and purchase.gone_at <= purchase.released_at + _BACK_WITHIN)
