"""Keeps count of work outside that failed: says when to try again, and when a person must look first."""

from datetime import datetime, timedelta

import structlog
from django.db.models import F

from localization import clock
from localization.outside import Unavailable
from logistics.models import Declaration, Shipment

_log = structlog.get_logger(__name__)
_FIRST_SECONDS, _MOST_SECONDS = 5, 900
_MOST_FAULTS = 5
_MOST_ATTEMPTS = 100  # a silent house is asked for about a day
_PROBLEM_LENGTH = 200


def count_attempt(row: Shipment | Declaration) -> bool:
    """Write down that a call is about to be made; False when the row meanwhile moved on."""
    same = type(row).objects.filter(pk=row.pk, state=row.state)
    return bool(same.update(attempts=F("attempts") + 1))


def postpone(row_id: int, problem: Exception, model: type[Shipment | Declaration] = Shipment) -> None:
    """Try again later: 5 seconds, doubled each time up to 15 minutes, spread a little by the row's number.

    A house that does not answer is asked a hundred times; any other failure counts, and the fifth parks the work.
    """
    row = model.objects.get(pk=row_id)
    faults = row.faults + (0 if isinstance(problem, Unavailable) else 1)
    parked = faults >= _MOST_FAULTS or row.attempts >= _MOST_ATTEMPTS
    if parked:
        _log.critical(f"{model._meta.model_name}_parked", row_id=row_id, problem=described(problem))
    model.objects.filter(pk=row_id).update(
        run_after=_next_try(row_id, row.attempts),
        problem=described(problem),
        faults=faults,
        parked_at=clock.now() if parked else None,
    )


def described(problem: Exception) -> str:
    """A problem as the back office shows it."""
    return f"{type(problem).__name__}: {problem}".replace("\x00", "")[:_PROBLEM_LENGTH]


def _next_try(row_id: int, attempts: int) -> datetime:
    """After the first attempt 5 seconds; `attempts` counts the one that just failed."""
    doublings = min(max(attempts - 1, 0), 10)
    seconds = min(_FIRST_SECONDS * 2**doublings, _MOST_SECONDS) + row_id % _FIRST_SECONDS
    return clock.now() + timedelta(seconds=seconds)
