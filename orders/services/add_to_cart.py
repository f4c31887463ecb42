"""Add to cart: more pieces of a variant, as many as there are."""

from django.db import transaction

from orders.quantities import MOST_LINES, checked
from orders.refusals import TooManyLines
from orders.services._carts import lock_cart, set_line


def add_to_cart(*, cart_token: str, variant_id: int, quantity: int) -> None:
    """Put `quantity` pieces more into the cart; the same variant sums up on one line.

    Raises CartNotFound, BadQuantity (also when the sum leaves 1 to 99), NotForSale, NotEnoughStock, TooManyLines,
    Restricted (no country of the cart's market may get it).
    """
    checked(quantity)
    with transaction.atomic():
        cart = lock_cart(cart_token)
        line = cart.lines.filter(variant_id=variant_id).first()
        wanted = checked(quantity + (line.quantity if line else 0))
        if line is None and cart.lines.count() >= MOST_LINES:
            raise TooManyLines(most=MOST_LINES)
        set_line(cart, variant_id=variant_id, quantity=wanted)
