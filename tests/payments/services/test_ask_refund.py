"""Wishing to give money back: never more than was taken, once per reference."""

import pytest
from moneyed import Money

from payments.models import Payment
from payments.refusals import AmountTooLarge, BadAllocations, KeyReused
from payments.services.ask_refund import ask_refund
from payments.values import Allocation
from tests.payments.conftest import fresh


def _eur(amount: str) -> Money:
    return Money(amount, "EUR")


def test_a_wish_is_written_down_and_counts_at_once(captured: Payment) -> None:
    refund = captured.refunds.get(
        pk=ask_refund(payment_id=captured.pk, amount=_eur("29.90"), reference="r1", reason="torn")
    )

    assert (refund.state, refund.minor, refund.reason) == ("asked", 2990, "torn")
    assert fresh(captured).refund_asked_minor == 2990
    assert fresh(captured).refunded_minor == 0


def test_the_same_reference_is_the_same_refund(captured: Payment) -> None:
    first = ask_refund(payment_id=captured.pk, amount=_eur("10"), reference="r1")

    assert ask_refund(payment_id=captured.pk, amount=_eur("10"), reference="r1") == first
    assert fresh(captured).refund_asked_minor == 1000


def test_a_reference_does_not_stand_for_another_amount(captured: Payment) -> None:
    ask_refund(payment_id=captured.pk, amount=_eur("10"), reference="r1")
    with pytest.raises(KeyReused):
        ask_refund(payment_id=captured.pk, amount=_eur("11"), reference="r1")

    assert fresh(captured).refund_asked_minor == 1000


@pytest.mark.parametrize(
    "amount", [_eur("99.91"), _eur("0"), _eur("-1"), Money("1", "USD"), Money("1", "JPY")]
)
def test_only_what_is_left_can_be_given_back(captured: Payment, amount: Money) -> None:
    ask_refund(payment_id=captured.pk, amount=_eur("30"), reference="r1")
    with pytest.raises(AmountTooLarge):
        ask_refund(payment_id=captured.pk, amount=amount, reference="r2")

    assert captured.refunds.count() == 1
    assert fresh(captured).refund_asked_minor == 3000


def test_nothing_can_be_given_back_before_it_was_taken(authorized: Payment) -> None:
    with pytest.raises(AmountTooLarge):
        ask_refund(payment_id=authorized.pk, amount=_eur("1"), reference="r1")

    assert authorized.refunds.count() == 0


def test_shares_that_are_not_the_whole_are_refused(captured: Payment) -> None:
    shares = (Allocation("duty_payable", "authority:DE:Zoll", _eur("9.89")),)
    with pytest.raises(BadAllocations):
        ask_refund(payment_id=captured.pk, amount=_eur("9.90"), reference="r1", shares=shares)

    assert captured.refunds.count() == 0
    assert fresh(captured).refund_asked_minor == 0
