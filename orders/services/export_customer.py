"""Export a customer: everything orders knows of one person, as plain data."""

from typing import Any

from moneyed import Money

from orders.models import Cart, Order

_AMOUNTS = ("goods", "freight", "duty", "tax", "fees", "total")


def export_customer(user_id: int) -> dict[str, Any]:
    """The customer's cart and orders as JSON types, amounts as text with their currency."""
    orders = (
        Order.objects.filter(customer_id=user_id)
        .select_related("identifier")
        .prefetch_related("lines", "charges", "history")
    )
    return {
        "cart": [
            {"sku": sku, "quantity": quantity}
            for sku, quantity in Cart.objects.filter(customer_id=user_id, lines__isnull=False).values_list(
                "lines__variant__sku", "lines__quantity"
            )
        ],
        "orders": [_order(order) for order in orders],
    }


def _order(order: Order) -> dict[str, Any]:
    return {
        "number": order.number,
        "state": order.state,
        "placed_at": order.placed_at.isoformat(),
        "email": order.email,
        "language": order.language,
        "address": order.address,
        **_identifier(order),
        **{name: _money(getattr(order, name)) for name in _AMOUNTS},
        "lines": [
            {"sku": line.sku, "title": line.title, "quantity": line.quantity, "amount": _money(line.amount)}
            for line in order.lines.all()
        ],
        "charges": [
            {"kind": charge.kind, "authority": charge.authority, "amount": _money(charge.amount)}
            for charge in order.charges.all()
        ],
        "history": [{"at": row.at.isoformat(), "state": row.target} for row in order.history.all()],
    }


def _identifier(order: Order) -> dict[str, str]:
    """Masked: an export lies about in mail and download folders."""
    given = getattr(order, "identifier", None)
    return {"identifier": f"{given.kind} {given.shown}"} if given else {}


def _money(amount: Money) -> str:
    return f"{amount.amount} {amount.currency.code}"
