"""What payments announces: only *which* thing changed, only after commit; listeners read the facts themselves."""

from functools import partial

from django.db import transaction
from django.db.models import TextChoices
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _

payment_changed = Signal()
"""A payment's facts may have changed. Sent with `payment_id`."""

work_waiting = Signal()
"""A wish was written down and waits for a worker. Sent with `work` (Work) and `row_id`."""


class Work(TextChoices):
    """The kinds of work that wait for a worker; `row_id` is a payment's, a refund's or a notification's."""

    CAPTURE = "capture", _("Take the money")
    VOID = "void", _("Let the money go")
    RELEASE = "release", _("Let the rest go")
    REFUND = "refund", _("Give the money back")
    NOTIFICATION = "notification", _("Act on a message")
    LOOK = "look", _("Ask the gateway")


def announce_payment(payment_id: int) -> None:
    """Tell everybody, once the open transaction is committed, that this payment changed."""
    transaction.on_commit(partial(payment_changed.send_robust, sender=None, payment_id=payment_id))


def announce_work(work: Work, row_id: int) -> None:
    """Wake a worker, once the open transaction is committed; a lost call is found again by the sweeper."""
    transaction.on_commit(partial(work_waiting.send_robust, sender=None, work=work, row_id=row_id))
