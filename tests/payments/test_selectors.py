"""What may be read: facts of a payment and balances of the ledger."""

import pytest
from moneyed import Money

from payments.models import Payment
from payments.refusals import NoSuchPayment
from payments.selectors import balances, payment_facts, trial_balance, trial_totals
from payments.values import Balance, PaymentFacts


def test_the_facts_of_a_payment(captured: Payment) -> None:
    assert payment_facts(captured.pk) == PaymentFacts(
        id=captured.pk,
        reference="CW-1001",
        state="captured",
        amount=Money("129.90", "EUR"),
        authorized=Money("129.90", "EUR"),
        captured=Money("129.90", "EUR"),
        refunded=Money("0.00", "EUR"),
        releasable=Money("0.00", "EUR"),
        needs_review=False,
    )


def test_a_payment_that_is_not_there_is_said(db: None) -> None:
    with pytest.raises(NoSuchPayment):
        payment_facts(1)


def test_what_an_authority_is_owed(captured: Payment) -> None:
    assert balances("duty_payable:") == (
        Balance(account="duty_payable:DE:Zoll", amount=Money("-9.90", "EUR")),
    )


def test_the_trial_balance_is_zero(captured: Payment) -> None:
    assert len(trial_balance()) == 4
    assert trial_totals() == (Money("0.00", "EUR"),)
