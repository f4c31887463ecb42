"""Booking captures: each party is credited its own part, to the cent, over any number of captures."""

from moneyed import Money

from payments.models import Payment
from payments.selectors import balances
from payments.services.ask_capture import ask_capture
from payments.services.book_capture import book_capture
from payments.services.lock_payment import lock_payment


def test_odd_parts_add_up_to_each_party_s_allocation(authorized: Payment) -> None:
    for number, amount in enumerate(["0.01", "43.29", "33.33", "53.27"]):
        ask_capture(payment_id=authorized.pk, reference=str(number), amount=Money(amount, "EUR"))
        payment = lock_payment(authorized.pk)
        book_capture(payment, payment.captures.get(reference=str(number)))

    assert payment.captured == Money("129.90", "EUR")
    assert {row.account: str(row.amount.amount) for row in balances()} == {
        "gateway_receivable:sandbox": "129.90",
        "merchant_payable:jiangnan": "-100.00",
        "duty_payable:DE:Zoll": "-9.90",
        "tax_payable:DE:IOSS": "-20.00",
    }
