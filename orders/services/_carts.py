"""What the cart services share: the cart's lock, and writing one checked line."""

from django.db import connection

from catalog.selectors.variants import variant_facts
from localization import clock
from localization.selectors import market as market_of
from orders.models import Cart
from orders.quoting import WantedLine
from orders.refusals import CartNotFound, NotEnoughStock, NotForSale
from orders.restricting import refused_everywhere
from orders.selectors.gathering import rules_for


def lock_cart(token: str) -> Cart:
    """The cart of a token, locked until the transaction ends. Raises CartNotFound."""
    cart = Cart.objects.select_for_update().filter(token=token).first()
    if cart is None:
        raise CartNotFound
    return cart


def empty_cart(cart: Cart) -> dict[int, int]:
    """Take everything out of a locked cart: pieces by variant id, by one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM orders_cartline WHERE cart_id = %s RETURNING variant_id, quantity", [cart.pk]
        )
        return dict(cursor.fetchall())


def set_line(cart: Cart, *, variant_id: int, quantity: int) -> None:
    """Write a locked cart's line of a checked quantity. Raises NotForSale, NotEnoughStock or Restricted."""
    facts = variant_facts((variant_id,), language=cart.language).get(variant_id)
    if facts is None or not facts.listed:
        raise NotForSale(variant_id=variant_id)
    if facts.available < quantity:
        raise NotEnoughStock(sku=facts.sku, title=facts.title, left=max(facts.available, 0))
    restricted = refused_everywhere(WantedLine(facts, quantity), rules=rules_for(market_of(cart.market)))
    if restricted:
        raise restricted
    cart.lines.update_or_create(variant_id=variant_id, defaults={"quantity": quantity})
    touch(cart)


def touch(cart: Cart) -> None:
    """Note that the cart changed."""
    Cart.objects.filter(pk=cart.pk).update(updated_at=clock.now())
