"""Write down that somebody wants to pay; nothing is said to the gateway yet."""

from typing import Any

from django.conf import settings
from moneyed import Money

from localization import clock
from localization.insertion import insert, insert_unless_there
from localization.money import to_minor, total
from payments.models import Payment, PaymentAllocation
from payments.refusals import BadAllocations, KeyReused
from payments.values import Allocation, OpenPayment


def open_payment(wish: OpenPayment) -> int:
    """The id of the payment for `wish`, in the caller's transaction; the same key gives the same payment.

    Raises BadAllocations when the parts are not positive amounts that add up to the whole, and KeyReused when the
    key stands for another amount or reference.
    """
    _check(wish.amount, wish.allocations)
    payment = Payment(key=wish.key, **_columns(wish))
    if not insert_unless_there(payment, unique="key"):
        return _same(Payment.objects.get(key=wish.key), wish)
    insert(
        [
            PaymentAllocation(
                payment=payment, account=part.account, party=part.party, minor=to_minor(part.amount)
            )
            for part in wish.allocations
        ]
    )
    return payment.pk


def _check(amount: Money, allocations: tuple[Allocation, ...]) -> None:
    parts = [part.amount for part in allocations]
    code = amount.currency.code
    if any(part.currency != amount.currency or part.amount <= 0 for part in parts) or amount.amount <= 0:
        raise BadAllocations(amount=amount)
    if total(parts, code) != amount:
        raise BadAllocations(amount=amount)


def _columns(wish: OpenPayment) -> dict[str, Any]:
    return {
        "reference": wish.reference,
        "gateway": settings.DEFAULT_GATEWAY,
        "currency": wish.amount.currency.code,
        "amount_minor": to_minor(wish.amount),
        "description": wish.description[:200],
        "language": wish.language,
        "return_url": wish.return_url,
        "created_at": clock.now(),
    }


def _same(payment: Payment, wish: OpenPayment) -> int:
    if payment.amount != wish.amount or payment.reference != wish.reference:
        raise KeyReused(key=wish.key)
    return payment.pk
