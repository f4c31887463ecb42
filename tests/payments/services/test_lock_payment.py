"""The lock: a payment's row, or a typed no."""

import pytest

from payments.models import Payment
from payments.refusals import NoSuchPayment
from payments.services.lock_payment import lock_payment


def test_it_answers_the_row(new_payment: Payment) -> None:
    assert lock_payment(new_payment.pk) == new_payment


def test_a_payment_that_is_not_there_is_said(db: None) -> None:
    with pytest.raises(NoSuchPayment):
        lock_payment(1)
