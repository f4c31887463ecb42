"""Merge carts at sign-in: what the guest had comes to what the customer had."""

from django.db import transaction

from catalog.selectors.variants import variant_facts
from localization import clock
from orders.models import Cart
from orders.quantities import LEAST, MOST, MOST_LINES
from orders.selectors.carts import quantities
from orders.services._carts import lock_cart
from orders.services.open_cart import open_cart


def merge_carts(*, guest_token: str, customer_id: int) -> str:
    """The token of the customer's cart with the guest's lines added, each sum capped by stock and by 99.

    The guest's cart is gone afterwards; its market and language, those of the present visit, stay. Raises
    CartNotFound, also for a cart that belongs to another customer.
    """
    with transaction.atomic():
        guest = lock_cart(guest_token)
        if guest.customer_id == customer_id:
            return guest.token
        if guest.customer_id is not None:
            return open_cart(market=guest.market, language=guest.language, customer_id=customer_id)
        token = open_cart(market=guest.market, language=guest.language, customer_id=customer_id)
        own = lock_cart(token)
        _move_lines(guest, own)
        guest.delete()
    return token


def _move_lines(guest: Cart, own: Cart) -> None:
    coming, present = quantities(guest), quantities(own)
    facts = variant_facts(tuple(coming), language=guest.language)
    for variant_id, quantity in coming.items():
        room = min(MOST, facts[variant_id].available) if variant_id in facts else 0
        wanted = min(quantity + present.get(variant_id, 0), room)
        if wanted < LEAST or (variant_id not in present and len(present) >= MOST_LINES):
            continue
        present[variant_id] = wanted
        own.lines.update_or_create(variant_id=variant_id, defaults={"quantity": wanted})
    Cart.objects.filter(pk=own.pk).update(
        market=guest.market, language=guest.language, updated_at=clock.now()
    )
