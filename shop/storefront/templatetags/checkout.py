"""Template filters of checkout and tracking: time that is left, moments by the clock of the place they happened at."""

import datetime

from django import template

from localization import clock
from localization.formats import format_moment
from localization.languages import active

register = template.Library()


@register.filter
def minutes_left(until: datetime.datetime) -> int:
    """Whole minutes until a moment, at least 0: a span needs no time zone."""
    return max(int((until - clock.now()).total_seconds() // 60), 0)


@register.filter
def local_moment(value: datetime.datetime) -> str:
    """{{ event.at|local_moment }}: the moment as the clocks on the spot showed it, not converted to any other zone."""
    return format_moment(value.replace(tzinfo=datetime.UTC), active().code)
