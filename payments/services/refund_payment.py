"""Carry out one refund that was wished for."""

from django.db import transaction

from localization.lifecycle import move_to
from localization.outside import Refused
from payments.events import Work, announce_payment
from payments.gateways.base import MoveRequest
from payments.models import Attempt, AttemptKind, Refund
from payments.services.begin_attempt import begin_attempt
from payments.services.call_gateway import call_gateway
from payments.services.count_setbacks import count_setbacks
from payments.services.lock_payment import lock_payment
from payments.services.record_truth import record_truth
from payments.services.send_to_review import send_to_review
from payments.services.sync_payment import sync_payment
from payments.states import WishState


def refund_payment(refund_id: int) -> None:
    """Ask the gateway to give the money back; harmless to repeat.

    A clear no sends the payment to review. Raises Unavailable or Misread when the outcome is unknown: the next
    call repeats it under the same key.
    """
    refund = Refund.objects.select_related("payment").get(pk=refund_id)
    if refund.state != WishState.ASKED:
        return
    with count_setbacks(Work.REFUND, refund_id, payment_id=refund.payment_id):
        _refund(refund)


def _refund(refund: Refund) -> None:
    attempt, request = _begin(refund)
    try:
        truth = call_gateway(attempt, lambda gateway: gateway.refund(request))
    except Refused:
        _refused(refund)
    else:
        record_truth(payment_id=refund.payment_id, truth=truth)


@transaction.atomic(durable=True)
def _begin(refund: Refund) -> tuple[Attempt, MoveRequest]:
    payment = lock_payment(refund.payment_id)
    opened = payment.attempts.filter(kind=AttemptKind.OPEN).exclude(provider_id="").latest("pk")
    attempt = begin_attempt(payment, AttemptKind.REFUND, f"{refund.pk}.{refund.tries}")
    return attempt, MoveRequest(
        key=attempt.key, provider_id=opened.provider_id, amount=refund.amount, reference=refund.reference
    )


def _refused(refund: Refund) -> None:
    """A no may mean "I did that already": the truth first, then what is left of the wish."""
    sync_payment(refund.payment_id)
    with transaction.atomic(durable=True):
        payment = lock_payment(refund.payment_id)
        refund.refresh_from_db()
        if refund.state != WishState.ASKED:
            return
        move_to(refund, WishState.REFUSED, actor=payment.gateway)
        payment.refund_asked_minor -= refund.minor
        payment.save(update_fields=["refund_asked_minor"])
        send_to_review(payment, "refund_refused")
        announce_payment(payment.pk)
