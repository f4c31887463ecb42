"""The one clock: every module asks here what time it is, so that tests can move it."""

import datetime

from django.utils import timezone


def now() -> datetime.datetime:
    """The present moment, timezone-aware, in UTC."""
    return timezone.now()


def today() -> datetime.date:
    """The present calendar day in UTC."""
    return now().date()
