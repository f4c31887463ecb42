"""What the catalog does about its own news."""

from typing import Any

from django.dispatch import receiver

from catalog.events import stock_changed
from catalog.tasks import refresh_stock_of


@receiver(stock_changed)
def on_stock_changed(product_ids: list[int], **_: Any) -> None:
    """Something ran out or came back: the offers are to say so."""
    refresh_stock_of.delay(product_ids)
