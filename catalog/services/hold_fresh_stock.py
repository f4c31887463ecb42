"""Hold stock for a reference that is being made in the same transaction: nobody can hold anything by it yet."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from catalog.models import StockHold
from catalog.services._reserving import best_first, reserve, summed
from catalog.values import StockLine
from localization.insertion import insert


def hold_fresh_stock(*, reference: str, lines: Sequence[StockLine], until: datetime) -> None:
    """Hold `lines` until `until` as `hold_stock` does, without asking what the reference holds already.

    Joins the caller's transaction: a refusal takes back all of it. Raises OutOfStock, and IntegrityError for a
    reference that was used before.
    """
    wanted = summed(lines)
    with transaction.atomic(savepoint=False):
        levels = best_first(sorted(wanted))
        insert(
            [
                StockHold(
                    reference=reference,
                    variant_id=variant,
                    level_id=reserve(variant, wanted[variant], levels.get(variant, ())),
                    quantity=wanted[variant],
                    until=until,
                )
                for variant in sorted(wanted)
            ]
        )
