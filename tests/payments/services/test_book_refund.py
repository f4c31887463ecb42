"""Booking refunds: from the named shares when they are held, else in proportion and for a person to see."""

from moneyed import Money

from payments.models import Payment
from payments.selectors import balances
from payments.services.ask_refund import ask_refund
from payments.services.book_refund import book_refund
from payments.services.lock_payment import lock_payment
from payments.values import Allocation


def _duty(amount: str) -> Allocation:
    return Allocation("duty_payable", "authority:DE:Zoll", Money(amount, "EUR"))


def _book(captured: Payment, amount: str, *shares: Allocation) -> Payment:
    refund_id = ask_refund(
        payment_id=captured.pk, amount=Money(amount, "EUR"), reference=amount, shares=shares
    )
    payment = lock_payment(captured.pk)
    book_refund(payment, payment.refunds.get(pk=refund_id))
    return payment


def test_named_shares_are_taken_from_their_party(captured: Payment) -> None:
    payment = _book(captured, "9.90", _duty("9.90"))

    assert [row.amount for row in balances("duty_payable:")] == [Money("0.00", "EUR")]
    assert payment.review_reason == ""


def test_shares_that_are_not_held_any_more_come_from_all(captured: Payment) -> None:
    payment = _book(captured, "12.99", _duty("12.99"))

    assert [row.amount for row in balances("duty_payable:")] == [Money("-8.91", "EUR")]
    assert payment.review_reason == "refund_shares"
