"""Keep count of work that fails: when it is tried again, and when it waits for a person instead."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.db import InterfaceError, OperationalError, transaction

from localization import clock
from localization.outside import Unavailable
from payments.events import Work
from payments.models import Setback

_log = structlog.get_logger(__name__)
_MOST_FAULTS = 5
_LONGEST_SILENCE = datetime.timedelta(days=1)
_SHORTEST_PAUSE = datetime.timedelta(seconds=30)
_LONGEST_PAUSE = datetime.timedelta(minutes=5)
_PROBLEM_LENGTH = 200


@contextmanager
def count_setbacks(work: Work, row_id: int, *, payment_id: int) -> Iterator[None]:
    """Note when the work done inside fails, and forget earlier failures once it succeeds; the error goes on its way.

    A gateway that does not answer is waited for a day, any other failure counts and the fifth parks the work; both
    with pauses of 30 seconds that grow to 5 minutes. A database that is away is no setback: nothing can be noted then.
    """
    try:
        yield
    except (OperationalError, InterfaceError):
        raise
    except Exception as problem:
        _note(work, row_id, payment_id, problem)
        raise
    Setback.objects.filter(work=work, row_id=row_id).delete()


@transaction.atomic(durable=True)
def _note(work: Work, row_id: int, payment_id: int, problem: Exception) -> None:
    """A failure within the pause is not counted: a quick repetition and a buyer who presses twice prove nothing more."""
    now = clock.now()
    setback, first = Setback.objects.select_for_update().get_or_create(
        work=work, row_id=row_id, defaults={"payment_id": payment_id, "since": now, "run_after": now}
    )
    if not first and (setback.parked_at or now < setback.run_after):
        return
    setback.faults += 0 if isinstance(problem, Unavailable) else 1
    setback.problem = f"{type(problem).__name__}: {problem}".replace("\x00", "")[:_PROBLEM_LENGTH]
    setback.run_after = now + min(max(now - setback.since, _SHORTEST_PAUSE), _LONGEST_PAUSE)
    if setback.faults >= _MOST_FAULTS or now - setback.since >= _LONGEST_SILENCE:
        setback.parked_at = now
        _log.critical("payment_work_parked", work=work, row_id=row_id, payment_id=payment_id)
    setback.save()
