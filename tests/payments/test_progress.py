"""Which state a payment's facts add up to: the highest-ranking fact decides, whatever came before."""

from typing import Any

import pytest

from payments.progress import Progress, next_state
from payments.states import PAYMENT_MOVES, PaymentState

P = PaymentState


def _next(**facts: Any) -> str:
    usual = {"state": P.STARTED, "amount": 100, "authorized": 0, "captured": 0, "released": 0}
    return next_state(Progress(**{**usual, "refunded": 0, "capture_waits": False, "status": "open", **facts}))


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, P.STARTED),
        ({"state": P.UNKNOWN}, P.STARTED),
        ({"status": "declined"}, P.DECLINED),
        ({"state": P.DECLINED, "authorized": 100, "status": "authorized"}, P.AUTHORIZED),
        ({"state": P.AUTHORIZED, "authorized": 100, "capture_waits": True}, P.CAPTURE_ASKED),
        ({"state": P.CAPTURE_ASKED, "authorized": 100, "captured": 40}, P.PARTIALLY_CAPTURED),
        ({"authorized": 100, "captured": 100, "status": "captured"}, P.CAPTURED),
        ({"state": P.PARTIALLY_CAPTURED, "captured": 40, "released": 60}, P.CAPTURED),
        ({"state": P.REFUNDED, "captured": 40, "released": 60, "refunded": 40}, P.REFUNDED),
        ({"state": P.CAPTURED, "captured": 100, "refunded": 30}, P.PARTIALLY_REFUNDED),
        ({"state": P.STARTED, "captured": 100, "refunded": 100}, P.REFUNDED),
        ({"state": P.REFUNDED, "captured": 40, "refunded": 40, "capture_waits": True}, P.PARTIALLY_REFUNDED),
        ({"state": P.VOID_ASKED, "authorized": 100, "status": "authorized"}, P.VOID_ASKED),
        ({"state": P.VOID_ASKED, "status": "declined"}, P.VOIDED),
        ({"state": P.AUTHORIZED, "authorized": 100, "status": "voided"}, P.VOIDED),
        ({"state": P.VOIDED, "authorized": 100, "status": "authorized"}, P.VOIDED),
        ({"state": P.VOIDED, "captured": 100, "status": "captured"}, P.CAPTURED),
        ({"state": P.UNDER_REVIEW, "authorized": 100, "status": "authorized"}, P.UNDER_REVIEW),
        ({"state": P.CAPTURED, "captured": 100, "status": "declined"}, P.CAPTURED),
    ],
)
def test_the_facts_decide_the_state(facts: dict[str, Any], state: PaymentState) -> None:
    before = facts.get("state", P.STARTED)

    assert _next(**facts) == state
    assert state == before or state in PAYMENT_MOVES[before]
