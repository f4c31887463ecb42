"""Wishing to take money: only what is authorized, once per reference."""

import pytest
from moneyed import Money

from payments.models import Payment
from payments.refusals import AmountTooLarge, KeyReused, NoSuchPayment, NotCapturable
from payments.services.ask_capture import ask_capture
from payments.services.lock_payment import lock_payment
from payments.services.send_to_review import send_to_review
from payments.states import PaymentState
from tests.payments.conftest import fresh


def _ask(payment: Payment, amount: str, reference: str = "parcel-1") -> None:
    ask_capture(payment_id=payment.pk, reference=reference, amount=Money(amount, "EUR"))


def test_the_wish_shows_in_the_state(authorized: Payment) -> None:
    _ask(authorized, "129.90")

    payment = fresh(authorized)
    assert payment.state == PaymentState.CAPTURE_ASKED
    assert (payment.capture_asked_minor, payment.captured_minor) == (12990, 0)


def test_the_same_reference_is_one_wish(authorized: Payment) -> None:
    _ask(authorized, "50")
    _ask(authorized, "50")

    assert authorized.captures.count() == 1
    assert fresh(authorized).capture_asked_minor == 5000


def test_a_reference_does_not_stand_for_another_amount(authorized: Payment) -> None:
    _ask(authorized, "50")
    with pytest.raises(KeyReused):
        _ask(authorized, "51")

    assert fresh(authorized).capture_asked_minor == 5000


@pytest.mark.parametrize("amount", ["79.91", "0", "-1"])
def test_only_what_is_left_can_be_taken(authorized: Payment, amount: str) -> None:
    _ask(authorized, "50")
    with pytest.raises(AmountTooLarge):
        _ask(authorized, amount, "parcel-2")

    assert authorized.captures.count() == 1


def test_nothing_is_taken_before_the_buyer_paid(started: Payment) -> None:
    with pytest.raises(NotCapturable):
        _ask(started, "1")

    assert started.captures.count() == 0


def test_nothing_is_taken_while_a_person_has_to_look(authorized: Payment) -> None:
    send_to_review(lock_payment(authorized.pk), "amount")
    with pytest.raises(NotCapturable):
        _ask(authorized, "1")

    assert authorized.captures.count() == 0


def test_a_payment_that_is_not_there_is_said(db: None) -> None:
    with pytest.raises(NoSuchPayment):
        ask_capture(payment_id=404, reference="x", amount=Money("1", "EUR"))
