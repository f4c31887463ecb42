"""The buyer presses pay: where is the page on which to do so?"""

from django.db import transaction

from localization.lifecycle import move_to
from localization.outside import Misread, Refused, Unavailable
from payments.models import Attempt, AttemptKind, Outcome, Payment
from payments.refusals import GatewayDeclines, NotPayable
from payments.selectors import payment_facts
from payments.services.begin_attempt import begin_attempt
from payments.services.lock_payment import lock_payment
from payments.services.open_at_gateway import open_at_gateway
from payments.services.record_truth import record_truth
from payments.services.sync_payment import sync_payment
from payments.states import PaymentState

_PAYABLE = frozenset({PaymentState.NEW, PaymentState.STARTED, PaymentState.UNKNOWN, PaymentState.DECLINED})
_OVER = frozenset({Outcome.DECLINED, Outcome.REFUSED})


def start_payment(*, payment_id: int) -> str:
    """The address of the gateway's page. A page that is open already is used again; a declined payment gets a new one.

    Raises NotPayable once it is paid, void or under review, GatewayDeclines for a clear no, and
    localization.outside.Unavailable when the gateway did not answer (pressing again is safe: same key).
    """
    _catch_up(payment_id)
    attempt = _begin(payment_id)
    if attempt.outcome == Outcome.DONE:
        return attempt.page_url
    return _open(payment_id, attempt)


def _catch_up(payment_id: int) -> None:
    """A buyer who comes back was perhaps declined (or has paid) and the news is still under way: ask first."""
    if payment_facts(payment_id).state not in {PaymentState.STARTED, PaymentState.UNKNOWN}:
        return
    try:
        sync_payment(payment_id)
    except (Unavailable, Misread, Refused):
        return


@transaction.atomic(durable=True)
def _begin(payment_id: int) -> Attempt:
    payment = lock_payment(payment_id)
    if payment.state not in _PAYABLE:
        raise NotPayable(state=payment.state)
    latest = payment.attempts.filter(kind=AttemptKind.OPEN).last()
    if latest is None or latest.outcome in _OVER:
        number = payment.attempts.filter(kind=AttemptKind.OPEN).count() + 1
        latest = begin_attempt(payment, AttemptKind.OPEN, str(number))
    if payment.state in {PaymentState.NEW, PaymentState.DECLINED}:
        move_to(payment, PaymentState.STARTED, actor="buyer")
    return latest


def _open(payment_id: int, attempt: Attempt) -> str:
    try:
        truth = open_at_gateway(attempt)
    except Unavailable:
        _note(payment_id, PaymentState.UNKNOWN)
        raise
    except Refused as error:
        _note(payment_id, PaymentState.DECLINED)
        raise GatewayDeclines(payment_id=payment_id) from error
    record_truth(payment_id=payment_id, truth=truth)
    state = payment_facts(payment_id).state
    if state != PaymentState.STARTED:
        raise NotPayable(state=state)
    return truth.page_url


@transaction.atomic(durable=True)
def _note(payment_id: int, state: PaymentState) -> None:
    """Say what became of the call, unless somebody moved the payment on meanwhile."""
    payment: Payment = lock_payment(payment_id)
    if payment.state == PaymentState.STARTED:
        move_to(payment, state, actor=payment.gateway)
