"""Sync an order: read the present facts, move it where they say, ask below for what it owes."""

from django.db import transaction

from orders.services._settling import lock_order, settle


def sync_order(order_id: int) -> None:
    """Bring the order up to date. May be called at any time, any number of times. Raises OrderNotFound."""
    with transaction.atomic():
        settle(lock_order(order_id))
