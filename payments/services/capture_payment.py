"""Carry out the captures that were wished for."""

from django.db import transaction

from localization.lifecycle import move_to
from localization.outside import Refused
from payments.events import Work, announce_payment
from payments.gateways.base import MoveRequest
from payments.models import Attempt, AttemptKind, Capture
from payments.services.begin_attempt import begin_attempt
from payments.services.call_gateway import call_gateway
from payments.services.count_setbacks import count_setbacks
from payments.services.lock_payment import lock_payment
from payments.services.record_truth import record_truth
from payments.services.send_to_review import send_to_review
from payments.services.sync_payment import sync_payment
from payments.states import PaymentState, WishState


def capture_payment(payment_id: int) -> None:
    """Ask the gateway for every capture that waits; harmless to repeat.

    A clear no sends the payment to review. Raises Unavailable or Misread when the outcome is unknown: the next
    call repeats it under the same key.
    """
    with count_setbacks(Work.CAPTURE, payment_id, payment_id=payment_id):
        for capture in Capture.objects.filter(payment_id=payment_id, state=WishState.ASKED):
            _capture(payment_id, capture)


def _capture(payment_id: int, capture: Capture) -> None:
    attempt, request = _begin(payment_id, capture)
    try:
        truth = call_gateway(attempt, lambda gateway: gateway.capture(request))
    except Refused:
        _refused(payment_id, capture.pk)
    else:
        record_truth(payment_id=payment_id, truth=truth)


@transaction.atomic(durable=True)
def _begin(payment_id: int, capture: Capture) -> tuple[Attempt, MoveRequest]:
    payment = lock_payment(payment_id)
    opened = payment.attempts.filter(kind=AttemptKind.OPEN).exclude(provider_id="").latest("pk")
    attempt = begin_attempt(payment, AttemptKind.CAPTURE, f"{capture.pk}.{capture.tries}")
    return attempt, MoveRequest(
        key=attempt.key,
        provider_id=opened.provider_id,
        amount=capture.amount,
        reference=capture.reference,
    )


def _refused(payment_id: int, capture_id: int) -> None:
    """A no may mean "I did that already" or "it is void": the truth first, then what is left of the wish."""
    sync_payment(payment_id)
    with transaction.atomic(durable=True):
        payment = lock_payment(payment_id)
        capture = payment.captures.get(pk=capture_id)
        if capture.state != WishState.ASKED:
            return
        move_to(capture, WishState.REFUSED, actor=payment.gateway)
        payment.capture_asked_minor -= capture.minor
        payment.save(update_fields=["capture_asked_minor"])
        send_to_review(payment, "capture_refused")
        if payment.state == PaymentState.CAPTURE_ASKED and not payment.captures.filter(state=WishState.ASKED):
            move_to(
                payment,
                PaymentState.PARTIALLY_CAPTURED if payment.captured_minor else PaymentState.AUTHORIZED,
            )
        announce_payment(payment_id)
