"""Filters that write money, dates and measures in the language of the page."""

import datetime
from decimal import Decimal

from django import template
from moneyed import Money

from localization import formats
from localization.languages import active

register = template.Library()


@register.filter
def money(amount: Money) -> str:
    """{{ price|money }}: "39,00 €"."""
    return formats.format_money(amount, active().code)


@register.filter
def percent(rate: Decimal) -> str:
    """{{ charge.rate|percent }}: "19 %"."""
    return formats.format_percent(rate, active().code)


@register.filter
def number(value: Decimal | int) -> str:
    """{{ quantity|number }}: "1.234"."""
    return formats.format_number(value, active().code)


@register.filter
def exchange_rate(value: Decimal) -> str:
    """{{ used.rate|exchange_rate }}: "8,1954"."""
    return formats.format_exchange_rate(value, active().code)


@register.filter
def rate_provider(provider: str) -> str:
    """{{ used.provider|rate_provider }}: "Europäische Zentralbank"."""
    return formats.rate_provider_name(provider)


@register.filter
def day(value: datetime.date) -> str:
    """{{ expected|day }}: "22. November 2026"."""
    return formats.format_date(value, active().code)


@register.filter
def moment(value: datetime.datetime, tz: str = "UTC") -> str:
    """{{ event.at|moment }} or {{ event.at|moment:"Asia/Tokyo" }}: "22.11.2026, 14:05"."""
    return formats.format_moment(value, active().code, tz)


@register.filter
def weight(grams: int) -> str:
    """{{ grams|weight }}: "180 g"."""
    return formats.format_weight(grams, active().code)


@register.filter
def country(code: str) -> str:
    """{{ address.country|country }}: "Deutschland"."""
    return formats.country_name(code, active().code)


@register.filter
def currency(code: str) -> str:
    """{{ market.currency|currency }}: "Euro"."""
    return formats.currency_name(code, active().code)
