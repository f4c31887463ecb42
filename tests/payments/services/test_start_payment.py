"""Pressing pay: one page per attempt, the same key until there is an answer, a new attempt after a decline."""

import pytest

from localization.outside import Unavailable
from payments.models import Payment
from payments.refusals import GatewayDeclines, NotPayable
from payments.services.ask_void import ask_void
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment
from payments.states import PaymentState
from shop.sandbox import cards
from tests.payments.conftest import Sandbox, fresh, page_of


def test_the_buyer_gets_the_hosted_page(new_payment: Payment, sandbox: Sandbox) -> None:
    page = start_payment(payment_id=new_payment.pk)

    document = sandbox.documents()[0]
    assert page == document["page_url"]
    assert (document["amount_minor"], document["currency"], document["language"]) == (12990, "EUR", "de")
    assert document["webhook_url"] == "http://127.0.0.1:9/webhooks/payments/sandbox/"
    assert fresh(new_payment).state == PaymentState.STARTED


def test_pressing_pay_twice_uses_the_same_page(started: Payment, sandbox: Sandbox) -> None:
    assert start_payment(payment_id=started.pk) == page_of(started)
    assert len(sandbox.documents()) == 1


@pytest.mark.parametrize("fault", ["lost", "500", "garbage"])
def test_no_answer_is_unknown_and_is_repeated_under_the_same_key(
    new_payment: Payment, sandbox: Sandbox, fault: str
) -> None:
    sandbox.fault(answers=fault)
    with pytest.raises(Unavailable):
        start_payment(payment_id=new_payment.pk)
    unknown, key = fresh(new_payment).state, new_payment.attempts.get().key
    sandbox.fault()
    page = start_payment(payment_id=new_payment.pk)

    assert unknown == PaymentState.UNKNOWN
    assert [attempt.key for attempt in new_payment.attempts.all()] == [key]
    assert [document["page_url"] for document in sandbox.documents()] == [page]
    assert fresh(new_payment).state == PaymentState.STARTED


def test_a_declined_payment_may_be_tried_with_another_card(started: Payment, sandbox: Sandbox) -> None:
    sandbox.pay(page_of(started), cards.DECLINE)
    second = start_payment(payment_id=started.pk)
    sandbox.pay(second)
    sync_payment(started.pk)

    assert [document["status"] for document in sandbox.documents()] == ["declined", "authorized"]
    assert fresh(started).state == PaymentState.AUTHORIZED


def test_who_has_paid_already_cannot_pay_again(started: Payment, sandbox: Sandbox) -> None:
    sandbox.pay(page_of(started))
    with pytest.raises(NotPayable):
        start_payment(payment_id=started.pk)

    assert fresh(started).state == PaymentState.AUTHORIZED
    assert len(sandbox.documents()) == 1


def test_a_void_payment_has_no_page(new_payment: Payment, sandbox: Sandbox) -> None:
    ask_void(payment_id=new_payment.pk)
    with pytest.raises(NotPayable):
        start_payment(payment_id=new_payment.pk)

    assert sandbox.documents() == []


def test_a_clear_no_of_the_gateway_is_said(new_payment: Payment, sandbox: Sandbox) -> None:
    Payment.objects.update(currency="JPY", amount_minor=10**13)
    with pytest.raises(GatewayDeclines):
        start_payment(payment_id=new_payment.pk)

    assert fresh(new_payment).state == PaymentState.DECLINED
    assert sandbox.documents() == []
