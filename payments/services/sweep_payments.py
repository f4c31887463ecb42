"""Find work that was written down and then lost, and wake a worker for it again."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from localization import clock
from payments.events import Work, announce_work
from payments.models import Capture, Handling, Notification, Payment, Refund, Setback
from payments.states import PaymentState, WishState

_LOST_AFTER = datetime.timedelta(seconds=20)
_ASK_EVERY = datetime.timedelta(seconds=60)
_ASK_FOR = datetime.timedelta(days=14)
_MOST = 500


@transaction.atomic
def sweep_payments() -> int:
    """Announce every wish older than 20 seconds again, and payments to ask about; returns how many.

    Buyers at a gateway are asked after each minute for 14 days, so a notification lost for good costs a minute. Work
    that failed waits for its next try, and parked work for a person.
    """
    work = [(kind, row_id) for kind, ids in _waiting() for row_id in ids]
    for kind, row_id in work:
        announce_work(kind, row_id)
    return len(work)


def _waiting() -> Iterable[tuple[Work, Iterable[int]]]:
    now = clock.now()
    lost = now - _LOST_AFTER
    wishes = Q(state=WishState.ASKED, created_at__lt=lost)
    messages = Notification.objects.filter(handling=Handling.WAITING, received_at__lt=lost)
    yield Work.NOTIFICATION, messages.order_by("pk").values_list("pk", flat=True)[:_MOST]
    captures = Capture.objects.filter(wishes).exclude(payment_id__in=_resting(Work.CAPTURE, now))
    yield (
        Work.CAPTURE,
        captures.order_by("payment_id").values_list("payment_id", flat=True).distinct()[:_MOST],
    )
    refunds = Refund.objects.filter(wishes).exclude(pk__in=_resting(Work.REFUND, now))
    yield Work.REFUND, refunds.values_list("pk", flat=True)[:_MOST]
    voids = Payment.objects.filter(state=PaymentState.VOID_ASKED).exclude(pk__in=_resting(Work.VOID, now))
    yield Work.VOID, voids.values_list("pk", flat=True)[:_MOST]
    releases = Payment.objects.filter(release_asked_at__lt=lost, released_minor=0)
    releases = releases.exclude(pk__in=_resting(Work.RELEASE, now))
    yield Work.RELEASE, releases.values_list("pk", flat=True)[:_MOST]
    yield Work.LOOK, _at_gateway(now).values_list("pk", flat=True)[:_MOST]


def _resting(work: Work, now: datetime.datetime) -> QuerySet[Setback, int]:
    """The rows whose work is not to be tried now."""
    paused = Q(run_after__gt=now) | Q(parked_at__isnull=False)
    return Setback.objects.filter(paused, work=work).values_list("row_id", flat=True)


def _at_gateway(now: datetime.datetime) -> QuerySet[Payment]:
    """Payments whose buyer is at the gateway, the longest unasked first."""
    open_ = Payment.objects.filter(
        state__in=(PaymentState.STARTED, PaymentState.UNKNOWN), created_at__gt=now - _ASK_FOR
    )
    unasked = Q(asked_at__isnull=True) | Q(asked_at__lt=now - _ASK_EVERY)
    return open_.filter(unasked).exclude(pk__in=_resting(Work.LOOK, now)).order_by("asked_at", "pk")
