"""Taking over the truth: repeated, stale or foreign truths end right."""

from dataclasses import replace
from typing import Any

import pytest
from moneyed import Money

from payments.gateways.base import GatewayPayment
from payments.models import Payment
from payments.services.record_truth import record_truth
from payments.states import PaymentState
from tests.payments.conftest import fresh


def _truth(payment: Payment, **changes: Any) -> GatewayPayment:
    truth = GatewayPayment(
        provider_id=payment.attempts.get(kind="open").provider_id,
        status="authorized",
        reference=payment.reference,
        amount=payment.amount,
        authorized=payment.amount,
        released=Money("0", "EUR"),
    )
    return replace(truth, **changes)


def test_the_same_truth_twice_is_one_move(started: Payment) -> None:
    for _copy in range(2):
        record_truth(payment_id=started.pk, truth=_truth(started))

    assert list(started.history.values_list("target", flat=True)) == ["started", "authorized"]


def test_an_older_truth_does_not_take_anything_back(captured: Payment) -> None:
    record_truth(payment_id=captured.pk, truth=_truth(captured))
    record_truth(payment_id=captured.pk, truth=_truth(captured, status="open", authorized=Money("0", "EUR")))

    assert fresh(captured).state == PaymentState.CAPTURED
    assert fresh(captured).authorized == captured.amount


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"amount": Money("129.91", "EUR")}, "amount"),
        ({"released": Money("129.91", "EUR")}, "amount"),
        ({"released": Money("-0.01", "EUR")}, "amount"),
        ({"authorized": Money("129.89", "EUR")}, "amount"),
        ({"authorized": Money("-1", "EUR")}, "amount"),
        ({"amount": Money("129.90", "USD")}, "currency"),
        ({"reference": "CW-2"}, "reference"),
        ({"provider_id": "gp_other"}, "second_authorization"),
    ],
)
def test_what_does_not_fit_is_not_paid(started: Payment, changes: dict[str, Any], reason: str) -> None:
    record_truth(payment_id=started.pk, truth=_truth(started, **changes))

    payment = fresh(started)
    assert (payment.state, payment.review_reason) == (PaymentState.UNDER_REVIEW, reason)
    assert payment.authorized_minor == 0


def test_an_authorization_that_was_taken_back_needs_a_person(authorized: Payment) -> None:
    truth = _truth(authorized, status="declined", authorized=Money("0", "EUR"))
    record_truth(payment_id=authorized.pk, truth=truth)

    assert fresh(authorized).review_reason == "authorization_lost"
    assert fresh(authorized).state == PaymentState.AUTHORIZED


def test_an_authorization_that_lapsed_is_void(authorized: Payment) -> None:
    record_truth(payment_id=authorized.pk, truth=_truth(authorized, status="voided"))

    assert fresh(authorized).state == PaymentState.VOIDED
