"""Hold stock: promise pieces to one reference until a moment, all of them or none."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from catalog.events import announce, stock_changed
from catalog.models import StockHold, StockLevel, Variant
from catalog.models.stock import reserve_pieces
from catalog.refusals import OutOfStock
from catalog.states import HoldState
from catalog.values import StockLine
from localization.lifecycle import move_to


def hold_stock(*, reference: str, lines: Sequence[StockLine], until: datetime) -> None:
    """Hold `lines` for `reference` until `until`; a line is held in one warehouse, the one with most pieces left.

    Asking again with the same reference changes nothing; pieces that lapsed meanwhile are taken up again. Levels are
    touched in the order of variant ids, so that two baskets never wait for each other. Raises OutOfStock.
    """
    wanted = _summed(lines)
    try:
        with transaction.atomic():
            _hold(reference, wanted, until)
    except IntegrityError:
        # The same reference was being held at the same instant, and the other one was first: look again.
        with transaction.atomic():
            _hold(reference, wanted, until)


def _hold(reference: str, wanted: dict[int, int], until: datetime) -> None:
    known = {
        hold.variant_id: hold
        for hold in StockHold.objects.select_for_update().filter(reference=reference).order_by("variant_id")
    }
    lapsed = {variant: hold for variant, hold in known.items() if hold.state == HoldState.RELEASED}
    needed = [variant for variant in sorted(wanted) if variant not in known or variant in lapsed]
    if not needed:
        return
    levels = _levels(needed)
    fresh: list[StockHold] = []
    for variant in needed:
        if variant in lapsed:
            _hold_again(lapsed[variant], levels.get(variant, ()), until)
        else:
            level = _reserve(variant, wanted[variant], levels.get(variant, ()))
            fresh.append(
                StockHold(
                    reference=reference,
                    variant_id=variant,
                    level_id=level,
                    quantity=wanted[variant],
                    until=until,
                )
            )
    StockHold.objects.bulk_create(fresh)


def _hold_again(hold: StockHold, levels: Iterable[StockLevel], until: datetime) -> None:
    hold.level_id = _reserve(hold.variant_id, hold.quantity, levels)
    hold.until = until
    hold.save(update_fields=["level", "until"])
    move_to(hold, HoldState.HELD, reason="held again")


def _reserve(variant_id: int, quantity: int, levels: Iterable[StockLevel]) -> int:
    for level in sorted(levels, key=lambda level: (level.held - level.on_hand, level.pk)):
        left = reserve_pieces(level.pk, quantity)
        if left is not None:
            if left == 0:
                announce(stock_changed, [level.variant.product_id])
            return level.pk
    raise _out_of_stock(variant_id)


def _out_of_stock(variant_id: int) -> OutOfStock:
    left = max(
        (level.on_hand - level.held for level in StockLevel.objects.filter(variant_id=variant_id)), default=0
    )
    sku = Variant.objects.filter(pk=variant_id).values_list("sku", flat=True).first()
    return OutOfStock(sku=sku or str(variant_id), left=left)


def _levels(variant_ids: Sequence[int]) -> dict[int, list[StockLevel]]:
    levels: dict[int, list[StockLevel]] = {}
    for level in StockLevel.objects.filter(variant_id__in=variant_ids).select_related("variant"):
        levels.setdefault(level.variant_id, []).append(level)
    return levels


def _summed(lines: Sequence[StockLine]) -> dict[int, int]:
    wanted: dict[int, int] = {}
    for line in lines:
        if line.quantity < 1:
            raise ValueError("a stock line asks for at least one piece")
        wanted[line.variant_id] = wanted.get(line.variant_id, 0) + line.quantity
    return wanted
