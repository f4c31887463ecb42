"""What the catalog announces: which things changed, after commit; a listener reads the facts itself."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.dispatch import Signal

offers_stale = Signal()
"""Sent with `product_ids: list[int]`: the stored offers of these products no longer tell the truth."""
stock_changed = Signal()
"""Sent with `product_ids: list[int]`: a variant of these products ran out or came back."""


def announce(signal: Signal, product_ids: Iterable[int]) -> None:
    """Send `signal` for these products once the present transaction is committed; nothing for no products."""
    ids = sorted(set(product_ids))
    if ids:
        transaction.on_commit(partial(signal.send_robust, sender=None, product_ids=ids))
