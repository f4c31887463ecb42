"""Hold stock: promise pieces to one reference until a moment, all of them or none."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from catalog.models import StockHold
from catalog.services._reserving import Shelf, best_first, reserve, summed
from catalog.states import HoldState
from catalog.values import StockLine
from localization.lifecycle import move_to


def hold_stock(*, reference: str, lines: Sequence[StockLine], until: datetime) -> None:
    """Hold `lines` for `reference` until `until`; a line is held in one warehouse, the one with most pieces left.

    Asking again with the same reference changes nothing; pieces that lapsed meanwhile are taken up again. Levels are
    touched in the order of variant ids, so that two baskets never wait for each other. Raises OutOfStock.
    """
    wanted = summed(lines)
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
    levels = best_first(needed)
    fresh: list[StockHold] = []
    for variant in needed:
        if variant in lapsed:
            _hold_again(lapsed[variant], levels.get(variant, ()), until)
        else:
            level = reserve(variant, wanted[variant], levels.get(variant, ()))
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


def _hold_again(hold: StockHold, levels: Iterable[Shelf], until: datetime) -> None:
    hold.level_id = reserve(hold.variant_id, hold.quantity, levels)
    hold.until = until
    hold.save(update_fields=["level", "until"])
    move_to(hold, HoldState.HELD, reason="held again")
