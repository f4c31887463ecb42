"""Keeps count of tries at a carrier that did not answer, and says when to try again."""

from datetime import datetime, timedelta

from django.db.models import F

from localization import clock
from logistics.models import Shipment

_FIRST_SECONDS, _MOST_SECONDS = 5, 900
_PROBLEM_LENGTH = 200


def count_attempt(shipment: Shipment) -> bool:
    """Write down that a call is about to be made; False when the shipment meanwhile moved on."""
    same = Shipment.objects.filter(pk=shipment.pk, state=shipment.state)
    return bool(same.update(attempts=F("attempts") + 1))


def postpone(shipment: Shipment, problem: Exception) -> None:
    """Try again later: 5 seconds, doubled each time up to 15 minutes, spread a little by the shipment's number."""
    run_after = _next_try(shipment.pk, shipment.attempts)
    Shipment.objects.filter(pk=shipment.pk).update(run_after=run_after, problem=described(problem))


def described(problem: Exception) -> str:
    """A problem as the back office shows it."""
    return f"{type(problem).__name__}: {problem}".replace("\x00", "")[:_PROBLEM_LENGTH]


def _next_try(shipment_id: int, attempts: int) -> datetime:
    seconds = min(_FIRST_SECONDS * 2 ** min(attempts, 10), _MOST_SECONDS) + shipment_id % _FIRST_SECONDS
    return clock.now() + timedelta(seconds=seconds)
