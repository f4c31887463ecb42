"""How many pieces a line takes: the one rule for quantities."""

from orders.refusals import BadQuantity

LEAST = 1
MOST = 99
MOST_LINES = 50
"""Different articles in one cart: bounds the work of a quote and the size of an order."""


def checked(quantity: object) -> int:
    """The quantity, if it is a whole number from 1 to 99. Raises BadQuantity (also for True, 1.5, "3" and NaN)."""
    if isinstance(quantity, bool) or not isinstance(quantity, int) or not LEAST <= quantity <= MOST:
        raise BadQuantity(quantity=str(quantity)[:20], least=LEAST, most=MOST)
    return quantity
