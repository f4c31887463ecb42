"""Change a cart line to so many pieces; none removes it."""

from django.db import transaction

from orders.quantities import checked
from orders.services._carts import lock_cart, set_line, touch


def change_line(*, cart_token: str, variant_id: int, quantity: int) -> None:
    """Set the line of a variant to `quantity` pieces; 0 takes it out.

    Raises CartNotFound, BadQuantity, NotForSale, NotEnoughStock, Restricted. A variant that is not in the cart changes nothing.
    """
    removing = type(quantity) is int and quantity == 0
    wanted = 0 if removing else checked(quantity)
    with transaction.atomic():
        cart = lock_cart(cart_token)
        line = cart.lines.filter(variant_id=variant_id)
        if not line.exists():
            return
        if removing:
            line.delete()
            touch(cart)
        else:
            set_line(cart, variant_id=variant_id, quantity=wanted)
