"""Carry out a void that was wished for: close every page and let every authorization go."""

from django.db import transaction

from localization.lifecycle import move_to
from localization.outside import Refused
from payments.events import Work, announce_payment
from payments.models import Attempt, AttemptKind, Outcome
from payments.services.begin_attempt import begin_attempt
from payments.services.call_gateway import call_gateway
from payments.services.count_setbacks import count_setbacks
from payments.services.lock_payment import lock_payment
from payments.services.open_at_gateway import open_at_gateway
from payments.services.record_truth import record_truth
from payments.services.sync_payment import sync_payment
from payments.states import PaymentState

_OVER = (Outcome.DECLINED, Outcome.REFUSED)


def void_payment(payment_id: int) -> None:
    """Void the payment at its gateway; harmless to repeat, and nothing for one that is not to be voided.

    Money the gateway took in the meantime is booked instead, and then it is the caller's to refund.
    Raises Unavailable or Misread when the outcome is unknown: the next call repeats it under the same keys; and
    Refused when the gateway says no and yet neither took the money nor let it go.
    """
    with count_setbacks(Work.VOID, payment_id, payment_id=payment_id):
        refusals = [refusal for opened in _live(payment_id) if (refusal := _try_void(opened))]
        _finish(payment_id)
        if refusals and _live(payment_id):
            raise refusals[0]


def _try_void(opened: Attempt) -> Refused | None:
    """The gateway's no, after which it was asked for the truth: the money may be taken or gone already."""
    try:
        _void(opened)
    except Refused as refusal:
        sync_payment(opened.payment_id)
        return refusal
    return None


def _live(payment_id: int) -> list[Attempt]:
    wanted = Attempt.objects.filter(
        payment_id=payment_id, payment__state=PaymentState.VOID_ASKED, kind=AttemptKind.OPEN
    )
    return list(wanted.exclude(outcome__in=_OVER).select_related("payment"))


def _void(opened: Attempt) -> None:
    if not opened.provider_id:
        open_at_gateway(opened)
    with transaction.atomic(durable=True):
        payment = lock_payment(opened.payment_id)
        # A gateway repeats its answer to a key, so that what follows a clear no needs a key of its own.
        refused = payment.attempts.filter(kind=AttemptKind.VOID, outcome=Outcome.REFUSED).count()
        attempt = begin_attempt(payment, AttemptKind.VOID, f"{opened.subject}.{refused}")
    truth = call_gateway(attempt, lambda gateway: gateway.void(opened.provider_id, key=attempt.key))
    record_truth(payment_id=opened.payment_id, truth=truth)


@transaction.atomic(durable=True)
def _finish(payment_id: int) -> None:
    """Nothing live is left at the gateway: the payment is void without its word."""
    payment = lock_payment(payment_id)
    live = payment.attempts.filter(kind=AttemptKind.OPEN).exclude(outcome__in=_OVER)
    if payment.state == PaymentState.VOID_ASKED and not live.exists():
        move_to(payment, PaymentState.VOIDED)
        announce_payment(payment_id)
