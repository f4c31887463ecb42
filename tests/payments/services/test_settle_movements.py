"""Matching the gateway's captures and refunds with our wishes."""

import pytest
from moneyed import Money

from payments.gateways.base import GatewayPayment, Movement
from payments.models import Payment
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.lock_payment import lock_payment
from payments.services.settle_movements import settle_movements
from tests.payments.conftest import fresh


def _eur(amount: str) -> Money:
    return Money(amount, "EUR")


def _settle(
    payment: Payment, captures: list[tuple[str, str]], refunds: list[tuple[str, str]] | None = None
) -> Payment:
    truth = GatewayPayment(
        provider_id="gp",
        status="captured",
        reference=payment.reference,
        amount=payment.amount,
        authorized=payment.amount,
        released=_eur("0"),
        captures=tuple(Movement(name, _eur(amount)) for name, amount in captures),
        refunds=tuple(Movement(name, _eur(amount)) for name, amount in refunds or []),
    )
    settle_movements(lock_payment(payment.pk), truth)
    return fresh(payment)


def test_a_wished_capture_is_settled_once(authorized: Payment) -> None:
    ask_capture(payment_id=authorized.pk, reference="p1", amount=_eur("50"))
    for _copy in range(2):
        payment = _settle(authorized, [("p1", "50")])

    assert (payment.captured, payment.review_reason) == (_eur("50"), "")
    assert payment.entries.count() == 1


def test_a_capture_over_another_amount_is_left_for_a_person(authorized: Payment) -> None:
    ask_capture(payment_id=authorized.pk, reference="p1", amount=_eur("50"))
    payment = _settle(authorized, [("p1", "51")])

    assert (payment.captured_minor, payment.review_reason) == (0, "capture_amount")


def test_a_capture_made_twice_is_left_for_a_person(authorized: Payment) -> None:
    ask_capture(payment_id=authorized.pk, reference="p1", amount=_eur("50"))
    payment = _settle(authorized, [("p1", "50"), ("p1", "50")])

    assert (payment.captured_minor, payment.review_reason) == (0, "capture_doubled")


def test_a_capture_nobody_wished_is_booked_and_shown(authorized: Payment) -> None:
    payment = _settle(authorized, [("été\x00", "50")])

    assert (payment.captured, payment.review_reason) == (_eur("50"), "capture_unasked")
    assert payment.captures.get().reference == "gateway"


def test_a_refund_there_is_no_room_for_is_left_for_a_person(captured: Payment) -> None:
    ask_refund(payment_id=captured.pk, amount=captured.amount, reference="r1")
    payment = _settle(captured, [("parcel-1", "129.90")], [("dashboard", "1")])

    assert (payment.refunded_minor, payment.review_reason) == (0, "refund_amount")


@pytest.mark.parametrize("amount", ["0", "-0.01"])
@pytest.mark.parametrize(("captures", "refunds"), [(True, False), (False, True)], ids=["capture", "refund"])
def test_a_movement_of_nothing_or_less_is_left_for_a_person(
    captured: Payment, amount: str, captures: bool, refunds: bool
) -> None:
    odd = [("elsewhere", amount)]
    payment = _settle(captured, odd if captures else [], odd if refunds else [])

    assert payment.review_reason == ("capture_amount" if captures else "refund_amount")
    assert (payment.captured_minor, payment.refund_asked_minor, payment.entries.count()) == (12990, 0, 1)
    assert (payment.captures.count(), payment.refunds.count()) == (1, 0)
