"""Open a cart for a guest or a customer."""

from localization import clock
from localization.selectors import market as market_of
from orders.models import Cart


def open_cart(*, market: str, language: str, customer_id: int | None = None) -> str:
    """The token of a cart: a new one for a guest, the one there is for a customer. Raises UnknownMarket."""
    now = clock.now()
    columns = {
        "market": market_of(market).code,
        "language": language,
        "created_at": now,
        "updated_at": now,
    }
    if customer_id is None:
        return Cart.objects.create(**columns).token
    return Cart.objects.get_or_create(customer_id=customer_id, defaults=columns)[0].token
