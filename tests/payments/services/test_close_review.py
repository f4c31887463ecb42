"""Closing a review: the payment goes on, and its history says who let it."""

from payments.models import Payment
from payments.services.close_review import close_review
from payments.services.lock_payment import lock_payment
from payments.services.send_to_review import send_to_review
from payments.states import PaymentState
from tests.payments.conftest import fresh


def test_a_stopped_payment_goes_on(started: Payment) -> None:
    send_to_review(lock_payment(started.pk), "amount")
    close_review(payment_id=started.pk, actor="op@causeway.test")

    payment = fresh(started)
    assert (payment.state, payment.review_reason) == (PaymentState.STARTED, "")
    last = payment.history.latest("pk")
    assert (last.actor, last.reason) == ("op@causeway.test", "reviewed: amount")


def test_a_payment_nobody_stopped_is_left_alone(authorized: Payment) -> None:
    close_review(payment_id=authorized.pk, actor="op")

    assert fresh(authorized).state == PaymentState.AUTHORIZED
