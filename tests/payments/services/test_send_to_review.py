"""Stopping a payment: the first reason stays, and only what is not paid yet changes its state."""

from payments.models import Payment
from payments.services.lock_payment import lock_payment
from payments.services.send_to_review import send_to_review
from payments.states import PaymentState
from tests.payments.conftest import fresh


def test_an_unpaid_payment_stops(started: Payment) -> None:
    send_to_review(lock_payment(started.pk), "amount")
    send_to_review(lock_payment(started.pk), "currency")

    assert (fresh(started).state, fresh(started).review_reason) == (PaymentState.UNDER_REVIEW, "amount")


def test_a_paid_payment_is_only_marked(captured: Payment) -> None:
    send_to_review(lock_payment(captured.pk), "refund_unasked")

    assert (fresh(captured).state, fresh(captured).review_reason) == (
        PaymentState.CAPTURED,
        "refund_unasked",
    )
