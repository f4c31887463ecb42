"""Capturing: the money is taken once and owed to the parties it was taken for."""

import pytest
from moneyed import Money

from localization.outside import Unavailable
from payments.models import Payment
from payments.selectors import trial_balance
from payments.services.ask_capture import ask_capture
from payments.services.capture_payment import capture_payment
from payments.services.prove_books import prove_books
from payments.states import PaymentState
from tests.payments.conftest import Sandbox, fresh


def _balances() -> dict[str, str]:
    return {row.account: str(row.amount.amount) for row in trial_balance()}


def test_a_capture_makes_the_gateway_our_debtor_and_the_parties_our_creditors(captured: Payment) -> None:
    assert captured.state == PaymentState.CAPTURED
    assert captured.captured == Money("129.90", "EUR")
    assert _balances() == {
        "gateway_receivable:sandbox": "129.90",
        "merchant_payable:jiangnan": "-100.00",
        "duty_payable:DE:Zoll": "-9.90",
        "tax_payable:DE:IOSS": "-20.00",
    }


def test_capturing_again_takes_nothing_more(captured: Payment, sandbox: Sandbox) -> None:
    capture_payment(captured.pk)

    assert sandbox.documents()[0]["captured_minor"] == 12990
    assert captured.entries.count() == 1


def test_two_parcels_are_captured_one_after_the_other(authorized: Payment) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=Money("43.30", "EUR"))
    capture_payment(authorized.pk)
    first = fresh(authorized)
    ask_capture(payment_id=authorized.pk, reference="parcel-2", amount=Money("86.60", "EUR"))
    capture_payment(authorized.pk)

    assert (first.state, first.captured) == (PaymentState.PARTIALLY_CAPTURED, Money("43.30", "EUR"))
    assert fresh(authorized).state == PaymentState.CAPTURED
    assert _balances()["merchant_payable:jiangnan"] == "-100.00"
    assert not any(proof.rows for proof in prove_books())


def test_a_lost_answer_is_repeated_under_the_same_key_and_takes_the_money_once(
    authorized: Payment, sandbox: Sandbox
) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=authorized.amount)
    sandbox.fault(answers="lost")
    with pytest.raises(Unavailable):
        capture_payment(authorized.pk)
    unknown = authorized.attempts.get(kind="capture")
    sandbox.fault()
    capture_payment(authorized.pk)

    assert unknown.outcome == "unknown"
    assert authorized.attempts.get(kind="capture").key == unknown.key
    assert sandbox.documents()[0]["captured_minor"] == 12990
    assert fresh(authorized).state == PaymentState.CAPTURED


def test_a_refused_capture_goes_to_a_person_and_can_be_asked_again(
    authorized: Payment, sandbox: Sandbox
) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=authorized.amount)
    store = sandbox.server.world.store
    document = store.all("payment")[0]
    store.put("payment", document["id"], {**document, "status": "challenge", "authorized_minor": 0})
    capture_payment(authorized.pk)
    refused = fresh(authorized)

    assert refused.state == PaymentState.AUTHORIZED
    assert refused.review_reason == "capture_refused"
    assert (refused.capture_asked_minor, refused.captured_minor) == (0, 0)
    assert not any(proof.rows for proof in prove_books())
