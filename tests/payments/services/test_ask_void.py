"""Wishing a payment away: only before money was taken."""

import pytest

from payments.models import Payment
from payments.refusals import NotVoidable
from payments.services.ask_capture import ask_capture
from payments.services.ask_void import ask_void
from payments.states import PaymentState
from tests.payments.conftest import fresh


def test_one_the_gateway_never_heard_of_is_void_at_once(new_payment: Payment) -> None:
    ask_void(payment_id=new_payment.pk)

    assert fresh(new_payment).state == PaymentState.VOIDED


def test_one_with_an_open_page_waits_for_the_gateway(started: Payment) -> None:
    ask_void(payment_id=started.pk)
    ask_void(payment_id=started.pk)

    assert fresh(started).state == PaymentState.VOID_ASKED
    assert started.history.filter(target=PaymentState.VOID_ASKED).count() == 1


def test_money_that_is_being_taken_can_only_be_refunded(authorized: Payment) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=authorized.amount)
    with pytest.raises(NotVoidable):
        ask_void(payment_id=authorized.pk)

    assert fresh(authorized).state == PaymentState.CAPTURE_ASKED
