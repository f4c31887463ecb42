"""Set stock: say how many pieces lie in a warehouse after counting them."""

from django.db import transaction

from catalog.events import announce, stock_changed
from catalog.models import StockLevel, Variant
from catalog.refusals import StockBelowHeld


def set_stock(*, variant_id: int, warehouse_id: int, on_hand: int) -> None:
    """Write the counted number of pieces. Raises StockBelowHeld when fewer than are promised to buyers."""
    with transaction.atomic():
        level, _ = StockLevel.objects.select_for_update().get_or_create(
            variant_id=variant_id, warehouse_id=warehouse_id
        )
        if on_hand < level.held or on_hand < 0:
            raise StockBelowHeld(on_hand=on_hand, held=level.held)
        level.on_hand = on_hand
        level.save(update_fields=["on_hand"])
        announce(stock_changed, [Variant.objects.values_list("product_id", flat=True).get(pk=variant_id)])
