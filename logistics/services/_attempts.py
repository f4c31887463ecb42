"""Keeps count of work at a carrier that failed: says when to try again, and when a person must look first."""

from datetime import datetime, timedelta

import structlog
from django.db.models import F

from localization import clock
from localization.outside import Unavailable
from logistics.models import Shipment

_log = structlog.get_logger(__name__)
_FIRST_SECONDS, _MOST_SECONDS = 5, 900
_MOST_FAULTS = 5
_MOST_ATTEMPTS = 100  # a silent carrier is asked for about a day
_PROBLEM_LENGTH = 200


def count_attempt(shipment: Shipment) -> bool:
    """Write down that a call is about to be made; False when the shipment meanwhile moved on."""
    same = Shipment.objects.filter(pk=shipment.pk, state=shipment.state)
    return bool(same.update(attempts=F("attempts") + 1))


def postpone(shipment_id: int, problem: Exception) -> None:
    """Try again later: 5 seconds, doubled each time up to 15 minutes, spread a little by the shipment's number.

    A carrier that does not answer is asked a hundred times; any other failure counts, and the fifth parks the work.
    """
    shipment = Shipment.objects.get(pk=shipment_id)
    faults = shipment.faults + (0 if isinstance(problem, Unavailable) else 1)
    parked = faults >= _MOST_FAULTS or shipment.attempts >= _MOST_ATTEMPTS
    if parked:
        _log.critical("shipment_parked", shipment_id=shipment_id, problem=described(problem))
    Shipment.objects.filter(pk=shipment_id).update(
        run_after=_next_try(shipment_id, shipment.attempts),
        problem=described(problem),
        faults=faults,
        parked_at=clock.now() if parked else None,
    )


def described(problem: Exception) -> str:
    """A problem as the back office shows it."""
    return f"{type(problem).__name__}: {problem}".replace("\x00", "")[:_PROBLEM_LENGTH]


def _next_try(shipment_id: int, attempts: int) -> datetime:
    """After the first attempt 5 seconds; `attempts` counts the one that just failed."""
    doublings = min(max(attempts - 1, 0), 10)
    seconds = min(_FIRST_SECONDS * 2**doublings, _MOST_SECONDS) + shipment_id % _FIRST_SECONDS
    return clock.now() + timedelta(seconds=seconds)
