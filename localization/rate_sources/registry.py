"""Finds a rate source by its name in settings.RATE_SOURCES."""

from django.conf import settings
from django.utils.module_loading import import_string

from localization.rate_sources.base import RateSource


class UnknownRateSource(LookupError):
    """settings.RATE_SOURCES has no row of that name."""


def rate_source(name: str) -> RateSource:
    """The source called `name`, made from its BACKEND and OPTIONS. Raises UnknownRateSource."""
    try:
        row = settings.RATE_SOURCES[name]
    except KeyError:
        raise UnknownRateSource(name) from None
    source: RateSource = import_string(row["BACKEND"])(**row.get("OPTIONS", {}))
    return source
