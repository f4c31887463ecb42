"""Template filters of checkout and tracking: exchange rates as figures, moments by the clock of the place they happened at."""

import datetime
from decimal import Decimal

from babel.numbers import format_decimal
from django import template
from django.utils.translation import get_language

from localization import clock
from localization.formats import format_moment, locale_of
from localization.languages import BY_DJANGO_CODE, DEFAULT

register = template.Library()


@register.filter
def figures(rate: Decimal) -> str:
    """A rate with all its figures in the language of the page: "8,1954"."""
    return str(
        format_decimal(
            rate.normalize(),
            format="#,##0.########",
            locale=locale_of(_language()),
            numbering_system="default",
        )
    )


@register.filter
def minutes_left(until: datetime.datetime) -> int:
    """Whole minutes until a moment, at least 0: a span needs no time zone."""
    return max(int((until - clock.now()).total_seconds() // 60), 0)


@register.filter
def local_moment(value: datetime.datetime) -> str:
    """{{ event.at|local_moment }}: the moment as the clocks on the spot showed it, not converted to any other zone."""
    return format_moment(value.replace(tzinfo=datetime.UTC), _language())


def _language() -> str:
    return BY_DJANGO_CODE.get(get_language() or "", DEFAULT).code
