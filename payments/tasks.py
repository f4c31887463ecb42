"""What workers do for payments: one service each, repeated only when a gateway did not answer."""

import structlog
from celery import Task, shared_task

from localization.outside import Unavailable
from payments.services import apply_notification as applying
from payments.services import capture_payment as capturing
from payments.services import prove_books as proving
from payments.services import refund_payment as refunding
from payments.services import release_payment as releasing
from payments.services import sweep_payments as sweeping
from payments.services import sync_payment as syncing
from payments.services import void_payment as voiding

_log = structlog.get_logger(__name__)


class Patient(Task[..., None]):
    """A task that comes back when a gateway did not answer: 2, 4, 8… seconds, with jitter, five times."""

    autoretry_for = (Unavailable,)
    retry_backoff = 2
    retry_backoff_max = 30
    retry_jitter = True
    max_retries = 5


@shared_task(base=Patient)
def apply_notification(notification_id: int) -> None:
    """Act on a gateway's message."""
    applying.apply_notification(notification_id)


@shared_task(base=Patient)
def capture_payment(payment_id: int) -> None:
    """Take the money that was asked for."""
    capturing.capture_payment(payment_id)


@shared_task(base=Patient)
def void_payment(payment_id: int) -> None:
    """Let a payment go."""
    voiding.void_payment(payment_id)


@shared_task(base=Patient)
def release_payment(payment_id: int) -> None:
    """Let go what is held besides what was captured."""
    releasing.release_payment(payment_id)


@shared_task(base=Patient)
def refund_payment(refund_id: int) -> None:
    """Give money back."""
    refunding.refund_payment(refund_id)


@shared_task(base=Patient)
def sync_payment(payment_id: int) -> None:
    """Ask a gateway for the truth."""
    syncing.sync_payment(payment_id)


@shared_task
def sweep_payments() -> None:
    """Find lost work."""
    sweeping.sweep_payments()


@shared_task
def prove_books() -> None:
    """Say loudly when an invariant of the books is broken."""
    for broken in proving.prove_books():
        if broken.rows:
            _log.critical("books_broken", rule=broken.rule, rows=broken.rows[:20])
