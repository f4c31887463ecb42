"""What orders announces: only which order changed; a listener reads the facts itself."""

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django.dispatch import Signal

order_changed = Signal()
"""Sent after commit with `order_id`: an order was placed or moved to another state."""
mail_asked = Signal()
"""Sent after commit with `mail_id`: a letter to a buyer waits to be sent."""

offers_due = Signal()
"""Sent with `product_ids`: the offers of these products are to be priced again."""


def announce_order(order_id: int) -> None:
    """Tell everybody, once the open transaction is committed, that this order changed."""
    transaction.on_commit(partial(order_changed.send_robust, sender=None, order_id=order_id))


def announce_mail(mail_id: int) -> None:
    """Wake a worker, once the open transaction is committed; the sweep finds a letter whose call was lost."""
    transaction.on_commit(partial(mail_asked.send_robust, sender=None, mail_id=mail_id))


def announce_offers(product_ids: Sequence[int]) -> None:
    """Wake a worker for these products' offers, once the open transaction is committed."""
    transaction.on_commit(partial(offers_due.send_robust, sender=None, product_ids=list(product_ids)))
