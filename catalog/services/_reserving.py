"""What the services that hold stock share: which levels to ask, and asking them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.events import announce, stock_changed
from catalog.models import StockLevel, Variant
from catalog.models.stock import level_places, reserve_pieces
from catalog.refusals import OutOfStock
from catalog.values import StockLine


@dataclass(frozen=True)
class Shelf:
    """A stock level that may be asked, and the product to tell of when it runs out."""

    level_id: int
    product_id: int


def best_first(variant_ids: Sequence[int]) -> dict[int, list[Shelf]]:
    """The levels of each variant, the one with most pieces left first."""
    shelves: dict[int, list[Shelf]] = {}
    for variant_id, level_id, product_id in level_places(variant_ids):
        shelves.setdefault(variant_id, []).append(Shelf(level_id, product_id))
    return shelves


def reserve(variant_id: int, quantity: int, shelves: Iterable[Shelf]) -> int:
    """Promise pieces on the first level that has them; its id. Raises OutOfStock."""
    for shelf in shelves:
        left = reserve_pieces(shelf.level_id, quantity)
        if left is not None:
            if left == 0:
                announce(stock_changed, [shelf.product_id])
            return shelf.level_id
    raise _out_of_stock(variant_id)


def summed(lines: Sequence[StockLine]) -> dict[int, int]:
    """Pieces wanted of each variant. Raises ValueError for a line of none."""
    wanted: dict[int, int] = {}
    for line in lines:
        if line.quantity < 1:
            raise ValueError("a stock line asks for at least one piece")
        wanted[line.variant_id] = wanted.get(line.variant_id, 0) + line.quantity
    return wanted


def _out_of_stock(variant_id: int) -> OutOfStock:
    left = max(
        (level.on_hand - level.held for level in StockLevel.objects.filter(variant_id=variant_id)), default=0
    )
    sku = Variant.objects.filter(pk=variant_id).values_list("sku", flat=True).first()
    return OutOfStock(sku=sku or str(variant_id), left=left)
