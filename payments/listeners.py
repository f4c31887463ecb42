"""Hands written-down work to this app's own tasks."""

from typing import Any

from django.dispatch import receiver

from payments import tasks
from payments.events import Work, work_waiting

_TASKS = {
    Work.CAPTURE: tasks.capture_payment,
    Work.VOID: tasks.void_payment,
    Work.RELEASE: tasks.release_payment,
    Work.REFUND: tasks.refund_payment,
    Work.NOTIFICATION: tasks.apply_notification,
    Work.LOOK: tasks.sync_payment,
}


@receiver(work_waiting)
def hand_to_worker(*, work: Work, row_id: int, **_signal: Any) -> None:
    """Queue the task for a kind of work."""
    _TASKS[work].delay(row_id)
