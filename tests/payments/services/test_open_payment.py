"""Opening a payment: once per key, with parts that add up."""

import pytest
from moneyed import Money

from payments.models import Payment, PaymentAllocation
from payments.refusals import BadAllocations, KeyReused
from payments.services.open_payment import open_payment
from payments.states import PaymentState
from payments.values import Allocation
from tests.payments.conftest import wish

pytestmark = pytest.mark.django_db


def _part(amount: str, currency: str = "EUR") -> Allocation:
    return Allocation("merchant_payable", "merchant:a", Money(amount, currency))


def test_a_new_payment_knows_its_amount_and_for_whom() -> None:
    payment = Payment.objects.get(pk=open_payment(wish()))

    assert (payment.state, payment.amount, payment.gateway) == (
        PaymentState.NEW,
        Money("129.90", "EUR"),
        "sandbox",
    )
    assert [(part.account, part.party, part.minor) for part in payment.allocations.all()] == [
        ("merchant_payable", "merchant:jiangnan", 10000),
        ("duty_payable", "authority:DE:Zoll", 990),
        ("tax_payable", "authority:DE:IOSS", 2000),
    ]


def test_the_same_key_is_the_same_payment() -> None:
    assert open_payment(wish()) == open_payment(wish())
    assert (Payment.objects.count(), PaymentAllocation.objects.count()) == (1, 3)


def test_a_key_does_not_stand_for_another_amount() -> None:
    open_payment(wish())
    with pytest.raises(KeyReused):
        open_payment(wish(amount=Money("1", "EUR"), allocations=(_part("1"),)))

    assert Payment.objects.get().amount == Money("129.90", "EUR")


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (_part("9.99"),),
        (_part("10.01"),),
        (_part("10.00", "USD"),),
        (_part("11"), _part("-1")),
        (_part("10"), _part("0")),
    ],
)
def test_parts_that_are_not_the_whole_are_refused(parts: tuple[Allocation, ...]) -> None:
    with pytest.raises(BadAllocations):
        open_payment(wish(amount=Money("10.00", "EUR"), allocations=parts))

    assert Payment.objects.count() == 0


def test_yen_have_no_cents() -> None:
    payment = Payment.objects.get(
        pk=open_payment(wish(amount=Money("1500", "JPY"), allocations=(_part("1500", "JPY"),)))
    )

    assert (payment.amount_minor, payment.amount) == (1500, Money("1500", "JPY"))
