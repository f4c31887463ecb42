"""Letting the rest go: the gateway holds nothing any more, and what was captured stays captured."""

import pytest
from moneyed import Money

from localization.outside import Unavailable
from payments.models import Payment
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.ask_release import ask_release
from payments.services.capture_payment import capture_payment
from payments.services.prove_books import prove_books
from payments.services.refund_payment import refund_payment
from payments.services.release_payment import release_payment
from payments.services.sync_payment import sync_payment
from payments.states import PaymentState
from tests.payments.conftest import Sandbox, fresh


@pytest.fixture
def partly(authorized: Payment) -> Payment:
    """EUR 43.30 of EUR 129.90 captured, the release of the rest asked for."""
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=Money("43.30", "EUR"))
    capture_payment(authorized.pk)
    ask_release(payment_id=authorized.pk)
    return fresh(authorized)


def test_the_rest_is_let_go_once(partly: Payment, sandbox: Sandbox) -> None:
    release_payment(partly.pk)
    release_payment(partly.pk)

    payment, document = fresh(partly), sandbox.documents()[0]
    assert (payment.state, payment.captured, payment.released_minor) == (
        PaymentState.CAPTURED,
        Money("43.30", "EUR"),
        8660,
    )
    assert (document["captured_minor"], document["released_minor"]) == (4330, 8660)
    assert partly.attempts.filter(kind="void").count() == 1
    assert not any(proof.rows for proof in prove_books())


def test_after_a_full_refund_the_rest_is_let_go_too(partly: Payment, sandbox: Sandbox) -> None:
    refund_payment(ask_refund(payment_id=partly.pk, amount=Money("43.30", "EUR"), reference="r1"))
    release_payment(partly.pk)

    assert fresh(partly).state == PaymentState.REFUNDED
    assert fresh(partly).released_minor == 8660
    assert not any(proof.rows for proof in prove_books())


def test_a_lost_answer_is_repeated_under_the_same_key(partly: Payment, sandbox: Sandbox) -> None:
    sandbox.fault(answers="lost")
    with pytest.raises(Unavailable):
        release_payment(partly.pk)
    unknown = partly.attempts.get(kind="void")
    sandbox.fault()
    release_payment(partly.pk)

    assert unknown.outcome == "unknown"
    assert partly.attempts.get(kind="void").key == unknown.key
    assert fresh(partly).released_minor == 8660


def test_a_refused_release_goes_to_a_person_and_can_be_asked_again(partly: Payment, sandbox: Sandbox) -> None:
    store = sandbox.server.world.store
    document = store.all("payment")[0]
    store.put("payment", document["id"], {**document, "authorized_minor": 4330})
    release_payment(partly.pk)
    refused = fresh(partly)
    store.put("payment", document["id"], document)
    ask_release(payment_id=partly.pk)
    release_payment(partly.pk)

    assert (refused.release_asked_at, refused.released_minor) == (None, 0)
    assert refused.review_reason
    assert fresh(partly).released_minor == 8660
    assert sandbox.documents()[0]["released_minor"] == 8660


def test_a_payment_whose_release_nobody_asked_for_is_left_alone(captured: Payment, sandbox: Sandbox) -> None:
    release_payment(captured.pk)

    assert captured.attempts.filter(kind="void").count() == 0
    assert sandbox.documents()[0]["released_minor"] == 0


def test_a_rest_let_go_at_the_gateway_is_learned_with_the_truth(
    authorized: Payment, sandbox: Sandbox
) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=Money("43.30", "EUR"))
    capture_payment(authorized.pk)
    store = sandbox.server.world.store
    document = store.all("payment")[0]
    store.put("payment", document["id"], {**document, "released_minor": 8660})
    sync_payment(authorized.pk)

    assert (fresh(authorized).state, fresh(authorized).released_minor) == (PaymentState.CAPTURED, 8660)
