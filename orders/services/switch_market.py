"""Switch a cart to another market or language: it is priced there from the next look on."""

from django.db import transaction

from localization import clock
from localization.selectors import market as market_of
from orders.models import Cart
from orders.services._carts import lock_cart


def switch_market(*, cart_token: str, market: str, language: str) -> None:
    """Move the cart to a market and language. Raises CartNotFound or UnknownMarket."""
    code = market_of(market).code
    with transaction.atomic():
        cart = lock_cart(cart_token)
        Cart.objects.filter(pk=cart.pk).update(market=code, language=language, updated_at=clock.now())
