"""Withdrawals: which order somebody means, and what was stated about it."""

from orders.models import Order, Withdrawal
from orders.refusals import OrderNotFound
from orders.values.withdrawal import WithdrawalView


def order_named(number: str, email: str) -> int:
    """The id of the order with this number and e-mail address, typed in any case. One query.

    Raises OrderNotFound where either is wrong: both look the same.
    """
    plain = "".join(number.split()).upper()
    found = Order.objects.filter(number=plain, email__iexact=email.strip())
    order_id: int | None = found.values_list("pk", flat=True).first() if _storable(plain + email) else None
    if order_id is None:
        raise OrderNotFound
    return order_id


def withdrawal_of(order_id: int) -> WithdrawalView | None:
    """The statement about an order, None while there is none. One query."""
    row = Withdrawal.objects.filter(order_id=order_id).first()
    return WithdrawalView(at=row.at, cancelled=row.cancelled) if row else None


def _storable(text: str) -> bool:
    """No database holds a NUL, so none can be looked for."""
    return "\x00" not in text
