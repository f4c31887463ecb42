"""Voiding: pages close and authorizations go, whatever state the gateway is in."""

from datetime import timedelta

import pytest
import time_machine

from localization import clock
from localization.outside import Refused, Unavailable
from payments.models import Payment, Setback
from payments.services.ask_void import ask_void
from payments.services.start_payment import start_payment
from payments.services.void_payment import void_payment
from payments.states import PaymentState
from shop.sandbox import account, cards
from tests.payments.conftest import Sandbox, fresh, page_of


def _void(payment: Payment) -> Payment:
    ask_void(payment_id=payment.pk)
    void_payment(payment.pk)
    return fresh(payment)


def test_an_authorization_is_let_go(authorized: Payment, sandbox: Sandbox) -> None:
    assert _void(authorized).state == PaymentState.VOIDED
    assert sandbox.documents()[0]["status"] == "voided"


def test_an_open_page_is_closed(started: Payment, sandbox: Sandbox) -> None:
    assert _void(started).state == PaymentState.VOIDED
    sandbox.pay(page_of(started))
    assert sandbox.documents()[0]["status"] == "voided"


def test_a_declined_payment_needs_no_gateway(started: Payment, sandbox: Sandbox) -> None:
    sandbox.pay(page_of(started), cards.DECLINE)

    assert _void(started).state == PaymentState.VOIDED


def test_an_opening_that_was_never_answered_is_found_and_closed(
    new_payment: Payment, sandbox: Sandbox
) -> None:
    sandbox.fault(answers="lost")
    with pytest.raises(Unavailable):
        start_payment(payment_id=new_payment.pk)
    sandbox.fault()

    assert _void(new_payment).state == PaymentState.VOIDED
    assert [document["status"] for document in sandbox.documents()] == ["voided"]


def test_a_lost_answer_is_repeated(authorized: Payment, sandbox: Sandbox) -> None:
    ask_void(payment_id=authorized.pk)
    sandbox.fault(answers="lost")
    with pytest.raises(Unavailable):
        void_payment(authorized.pk)
    waiting = fresh(authorized).state
    sandbox.fault()
    void_payment(authorized.pk)

    assert waiting == PaymentState.VOID_ASKED
    assert fresh(authorized).state == PaymentState.VOIDED
    assert authorized.attempts.filter(kind="void").count() == 1


def test_money_taken_meanwhile_is_booked_instead(authorized: Payment, sandbox: Sandbox) -> None:
    store = sandbox.server.world.store
    document = store.all("payment")[0]
    movement = {"id": "cap_1", "reference": "elsewhere", "minor": 12990}
    taken = {"status": "captured", "captured_minor": 12990, "captures": [movement]}
    store.put("payment", document["id"], {**document, **taken})

    payment = _void(authorized)
    assert (payment.state, payment.review_reason) == (PaymentState.CAPTURED, "capture_unasked")
    assert payment.entries.count() == 1


def test_a_payment_nobody_wants_void_is_left_alone(authorized: Payment, sandbox: Sandbox) -> None:
    void_payment(authorized.pk)

    assert fresh(authorized).state == PaymentState.AUTHORIZED
    assert sandbox.documents()[0]["status"] == "authorized"


def test_a_no_that_stands_is_parked_and_asked_again_under_a_new_key(
    authorized: Payment, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_void(payment_id=authorized.pk)
    with monkeypatch.context() as patched:
        patched.setattr(account, "void", _never)
        for minutes in (0, 5, 10, 15, 20):
            with time_machine.travel(clock.now() + timedelta(minutes=minutes)), pytest.raises(Refused):
                void_payment(authorized.pk)
    parked, state = Setback.objects.get(), fresh(authorized).state
    void_payment(authorized.pk)

    assert (parked.work, parked.faults, parked.parked_at is not None) == ("void", 5, True)
    assert state == PaymentState.VOID_ASKED
    assert fresh(authorized).state == PaymentState.VOIDED
    assert authorized.attempts.filter(kind="void").count() == 6


def _never(_payment: account.Document) -> str:
    raise account.Impossible("not_now")
