"""Reads of carts that services and pages share."""

from orders.models import Cart
from orders.refusals import CartNotFound


def cart_of(token: str) -> Cart:
    """The cart of a token. Raises CartNotFound."""
    cart = Cart.objects.filter(token=token).first()
    if cart is None:
        raise CartNotFound
    return cart


def quantities(cart: Cart) -> dict[int, int]:
    """Pieces by variant id, in the order they were put in."""
    return dict(cart.lines.values_list("variant_id", "quantity"))


def token_of_customer(customer_id: int) -> str:
    """The token of a customer's cart, "" while there is none."""
    return Cart.objects.filter(customer_id=customer_id).values_list("token", flat=True).first() or ""
