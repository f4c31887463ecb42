"""Asking the gateway: whatever news was lost, the answer brings the books in line."""

import pytest

from localization.outside import Unavailable
from payments.models import Payment
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment
from payments.states import PaymentState
from shop.sandbox import cards
from tests.payments.conftest import Sandbox, fresh, page_of


@pytest.mark.parametrize(
    ("card", "state"),
    [
        (cards.APPROVE, PaymentState.AUTHORIZED),
        (cards.DECLINE, PaymentState.DECLINED),
        (cards.TIMEOUT, PaymentState.AUTHORIZED),
        (cards.DELAYED, PaymentState.AUTHORIZED),
        (cards.CHALLENGE, PaymentState.STARTED),
    ],
)
def test_no_message_is_needed_to_learn_the_outcome(
    started: Payment, sandbox: Sandbox, card: str, state: PaymentState
) -> None:
    sandbox.pay(page_of(started), card)
    sync_payment(started.pk)

    assert fresh(started).state == state
    assert fresh(started).asked_at is not None


def test_an_opening_that_was_never_answered_is_asked_about_under_its_key(
    new_payment: Payment, sandbox: Sandbox
) -> None:
    sandbox.fault(answers="lost")
    with pytest.raises(Unavailable):
        start_payment(payment_id=new_payment.pk)
    sandbox.fault()
    sync_payment(new_payment.pk)

    assert fresh(new_payment).state == PaymentState.STARTED
    assert page_of(new_payment) == sandbox.documents()[0]["page_url"]
    assert len(sandbox.documents()) == 1


def test_a_payment_the_gateway_never_heard_of_stays_as_it_is(new_payment: Payment, sandbox: Sandbox) -> None:
    sync_payment(new_payment.pk)

    assert fresh(new_payment).state == PaymentState.NEW
    assert sandbox.documents() == []
