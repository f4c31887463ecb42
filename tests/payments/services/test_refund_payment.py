"""Giving money back: once, from the right parties, and a lost answer is never a second refund."""

import pytest
from moneyed import Money

from localization.outside import Unavailable
from payments.models import Payment
from payments.selectors import trial_balance
from payments.services.ask_refund import ask_refund
from payments.services.prove_books import prove_books
from payments.services.refund_payment import refund_payment
from payments.states import PaymentState
from payments.values import Allocation
from tests.payments.conftest import Sandbox, fresh


def _refund(payment: Payment, amount: str, reference: str, *shares: Allocation) -> int:
    refund = ask_refund(
        payment_id=payment.pk, amount=Money(amount, "EUR"), reference=reference, shares=shares
    )
    refund_payment(refund)
    return refund


def _balances() -> dict[str, str]:
    return {row.account: str(row.amount.amount) for row in trial_balance()}


def test_a_part_comes_from_all_parties_in_proportion(captured: Payment) -> None:
    _refund(captured, "64.95", "r1")

    assert fresh(captured).state == PaymentState.PARTIALLY_REFUNDED
    assert _balances() == {
        "gateway_receivable:sandbox": "64.95",
        "merchant_payable:jiangnan": "-50.00",
        "duty_payable:DE:Zoll": "-4.95",
        "tax_payable:DE:IOSS": "-10.00",
    }


def test_named_shares_leave_the_others_alone(captured: Payment) -> None:
    _refund(captured, "40.00", "r1", Allocation("merchant_payable", "merchant:jiangnan", Money("40", "EUR")))

    assert _balances()["merchant_payable:jiangnan"] == "-60.00"
    assert _balances()["duty_payable:DE:Zoll"] == "-9.90"


def test_refunds_in_many_parts_end_at_zero(captured: Payment) -> None:
    for number, amount in enumerate(["0.01", "33.33", "66.66", "29.90"]):
        _refund(captured, amount, f"r{number}")

    assert fresh(captured).state == PaymentState.REFUNDED
    assert set(_balances().values()) == {"0.00"}
    assert not any(proof.rows for proof in prove_books())


def test_a_lost_answer_is_repeated_under_the_same_key(captured: Payment, sandbox: Sandbox) -> None:
    refund = ask_refund(payment_id=captured.pk, amount=Money("29.90", "EUR"), reference="r1")
    sandbox.fault(answers="lost")
    with pytest.raises(Unavailable):
        refund_payment(refund)
    sandbox.fault()
    refund_payment(refund)

    assert [row["minor"] for row in sandbox.documents()[0]["refunds"]] == [2990]
    assert fresh(captured).refunded == Money("29.90", "EUR")


def test_a_refund_the_gateway_refuses_is_undone_and_shown_to_a_person(
    captured: Payment, sandbox: Sandbox
) -> None:
    refund = ask_refund(payment_id=captured.pk, amount=Money("29.90", "EUR"), reference="r1")
    store = sandbox.server.world.store
    document = store.all("payment")[0]
    store.put("payment", document["id"], {**document, "refunded_minor": document["captured_minor"]})
    refund_payment(refund)

    payment = fresh(captured)
    assert captured.refunds.get().state == "refused"
    assert (payment.refund_asked_minor, payment.refunded_minor) == (0, 0)
    assert payment.review_reason == "refund_refused"


def test_a_refused_refund_can_be_asked_again_and_gets_a_new_key(captured: Payment, sandbox: Sandbox) -> None:
    store = sandbox.server.world.store
    document = store.all("payment")[0]
    store.put("payment", document["id"], {**document, "refunded_minor": document["captured_minor"]})
    refund = _refund(captured, "29.90", "r1")
    store.put("payment", document["id"], document)
    again = _refund(captured, "29.90", "r1")

    assert again == refund
    assert fresh(captured).refunded == Money("29.90", "EUR")
    assert captured.attempts.filter(kind="refund").count() == 2
    assert not any(proof.rows for proof in prove_books())


def test_a_refund_that_is_done_is_not_sent_again(captured: Payment, sandbox: Sandbox) -> None:
    refund = _refund(captured, "29.90", "r1")
    refund_payment(refund)

    assert len(sandbox.documents()[0]["refunds"]) == 1
