"""Bring our books in line with what the gateway says is true about a payment."""

from django.db import transaction

from localization import clock
from localization.lifecycle import move_to
from localization.money import to_minor
from payments.events import announce_payment
from payments.gateways.base import GatewayPayment
from payments.models import Attempt, AttemptKind, Outcome, Payment
from payments.progress import Progress, next_state
from payments.services.lock_payment import lock_payment
from payments.services.send_to_review import send_to_review
from payments.services.settle_movements import settle_movements
from payments.states import WishState
from payments.values import Status


@transaction.atomic
def record_truth(*, payment_id: int, truth: GatewayPayment) -> None:
    """Take over what the gateway did: harmless to repeat, in any order, and with old news.

    What does not fit (amount, currency, reference, a second authorization) sends the payment to review, unpaid.
    """
    payment = lock_payment(payment_id)
    payment.asked_at = clock.now()
    payment.save(update_fields=["asked_at"])
    latest = payment.attempts.filter(kind=AttemptKind.OPEN).last()
    problem = _problem(payment, truth, latest)
    if problem:
        send_to_review(payment, problem)
    elif latest is not None and latest.provider_id == truth.provider_id:
        _take_over(payment, truth, latest)
    announce_payment(payment.pk)


def _problem(payment: Payment, truth: GatewayPayment, latest: Attempt | None) -> str:
    """Why this cannot be our payment, or cannot be right; "" when all is well."""
    if truth.amount.currency != payment.amount.currency:
        return "currency"
    if truth.amount != payment.amount or not _adds_up(truth):
        return "amount"
    if truth.reference != payment.reference:
        return "reference"
    superseded = latest is None or latest.provider_id != truth.provider_id
    if superseded and (truth.authorized.amount and truth.status != "voided"):
        return "second_authorization"
    if truth.status == "declined" and payment.authorized_minor and not superseded:
        return "authorization_lost"
    return ""


def _adds_up(truth: GatewayPayment) -> bool:
    """All or nothing is authorized, and no more of it let go than that."""
    whole = truth.authorized in (truth.amount, truth.amount * 0)
    return whole and 0 <= truth.released.amount <= truth.authorized.amount


def _take_over(payment: Payment, truth: GatewayPayment, latest: Attempt) -> None:
    if truth.status == "declined":
        latest.outcome = Outcome.DECLINED
        latest.save(update_fields=["outcome"])
    payment.authorized_minor = max(payment.authorized_minor, to_minor(truth.authorized))
    payment.released_minor = max(payment.released_minor, to_minor(truth.released))
    payment.save(update_fields=["authorized_minor", "released_minor"])
    settle_movements(payment, truth)
    _move(payment, truth.status)


def _move(payment: Payment, status: Status) -> None:
    target = next_state(
        Progress(
            state=payment.state,
            amount=payment.amount_minor,
            authorized=payment.authorized_minor,
            captured=payment.captured_minor,
            released=payment.released_minor,
            refunded=payment.refunded_minor,
            capture_waits=payment.captures.filter(state=WishState.ASKED).exists(),
            status=status,
        )
    )
    if target != payment.state:
        move_to(payment, target, reason=f"gateway: {status}", actor=payment.gateway)
