"""Working days and delivery windows. Weekends are CLDR's per country; public holidays are not counted yet."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

_DAY = datetime.timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True)
class DeliveryWindow:
    """The first and the last day on which a parcel is expected at the door."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, kw_only=True)
class Journey:
    """How long a parcel takes: working days until it is handed over, then transit days by the carrier's count."""

    ship_from: str
    destination: str
    handling_days: int
    transit_days_min: int
    transit_days_max: int


@lru_cache(maxsize=300)
def weekend(country: str) -> frozenset[int]:
    """The weekdays (Monday is 0) without work in a country (CLDR week data); Saturday and Sunday where CLDR is silent."""
    try:
        locale = Locale.parse(f"und_{country}")
    except (ValueError, UnknownLocaleError):
        return frozenset({_SATURDAY, _SUNDAY})
    return frozenset(range(locale.weekend_start, locale.weekend_end + 1))


def is_business_day(day: datetime.date, country: str) -> bool:
    """Whether people work on `day` in `country`, public holidays aside."""
    return day.weekday() not in weekend(country)


def add_business_days(day: datetime.date, days: int, country: str) -> datetime.date:
    """The day `days` working days after `day`; zero gives `day` itself or the next working day."""
    if days < 0:
        raise ValueError("working days are counted forward")
    landing = _next_business_day(day, country)
    for _ in range(days):
        landing = _next_business_day(landing + _DAY, country)
    return landing


def business_days_between(start: datetime.date, end: datetime.date, country: str) -> int:
    """How many working days lie after `start` up to and including `end`; zero when `end` is not after `start`."""
    return sum(is_business_day(day, country) for day in _days_after(start, end))


def delivery_window(ordered: datetime.date, journey: Journey) -> DeliveryWindow:
    """When a parcel ordered on `ordered` arrives: handling days where it is packed, then transit, then a day on which
    the destination works.
    """
    handed_over = add_business_days(ordered, journey.handling_days, journey.ship_from)
    return DeliveryWindow(
        first=_arrival(handed_over, journey.transit_days_min, journey.destination),
        last=_arrival(handed_over, journey.transit_days_max, journey.destination),
    )


def _arrival(handed_over: datetime.date, transit_days: int, country: str) -> datetime.date:
    return _next_business_day(handed_over + transit_days * _DAY, country)


def _next_business_day(day: datetime.date, country: str) -> datetime.date:
    return day if is_business_day(day, country) else _next_business_day(day + _DAY, country)


def _days_after(start: datetime.date, end: datetime.date) -> Iterator[datetime.date]:
    for offset in range(1, (end - start).days + 1):
        yield start + offset * _DAY
