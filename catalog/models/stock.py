"""How many pieces lie where, how many of them are promised, and to whom."""

from collections.abc import Sequence
from typing import ClassVar

from django.db import connection, models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models.merchant import Warehouse
from catalog.models.variant import Variant
from catalog.states import HOLD_MOVES, HoldState
from localization.lifecycle import HistoryRow, known_state


class StockLevel(models.Model):
    """The pieces of a variant in a warehouse: `on_hand` lie there, `held` of them are promised."""

    variant = models.ForeignKey(
        Variant, on_delete=models.CASCADE, related_name="levels", verbose_name=_("variant")
    )
    warehouse = models.ForeignKey(
        Warehouse, on_delete=models.PROTECT, related_name="levels", verbose_name=_("warehouse")
    )
    on_hand = models.IntegerField(_("on hand"), default=0)
    held = models.IntegerField(_("held"), default=0)

    class Meta:
        verbose_name = _("stock level")
        verbose_name_plural = _("stock levels")
        constraints = [
            models.UniqueConstraint(fields=["variant", "warehouse"], name="one_level_per_warehouse"),
            models.CheckConstraint(condition=Q(on_hand__gte=0), name="on_hand_not_negative"),
            models.CheckConstraint(condition=Q(held__gte=0), name="held_not_negative"),
            models.CheckConstraint(condition=Q(held__lte=F("on_hand")), name="held_not_above_on_hand"),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id}: {self.on_hand - self.held}"


class StockHold(models.Model):
    """Pieces promised to one reference until a moment, and what became of them."""

    MOVES: ClassVar[object] = HOLD_MOVES

    reference = models.CharField(_("reference"), max_length=100)
    variant = models.ForeignKey(
        Variant, on_delete=models.PROTECT, related_name="holds", verbose_name=_("variant")
    )
    level = models.ForeignKey(
        StockLevel, on_delete=models.PROTECT, related_name="holds", verbose_name=_("stock level")
    )
    quantity = models.PositiveIntegerField(_("quantity"))
    until = models.DateTimeField(_("until"))
    state = models.CharField(_("state"), max_length=10, choices=HoldState.choices, default=HoldState.HELD)

    class Meta:
        verbose_name = _("stock hold")
        verbose_name_plural = _("stock holds")
        ordering = ("variant_id", "pk")
        indexes = [
            models.Index(fields=["until"], name="hold_until", condition=Q(state="held")),
        ]
        constraints = [
            known_state(HoldState, name="hold_state_known"),
            models.UniqueConstraint(fields=["reference", "variant"], name="one_hold_per_variant"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="hold_quantity_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.quantity}"


class StockHoldHistory(HistoryRow):
    """The moves of a hold."""

    hold = models.ForeignKey(
        StockHold, on_delete=models.CASCADE, related_name="history", verbose_name=_("stock hold")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("stock hold move")
        verbose_name_plural = _("stock hold moves")


def level_places(variant_ids: Sequence[int]) -> list[tuple[int, int, int]]:
    """Variant, level and product ids of the levels of some variants, those with most pieces left first."""
    places = ", ".join(["%s"] * len(variant_ids)) or "NULL"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT l.variant_id, l.id, v.product_id FROM catalog_stocklevel l"  # noqa: S608  # only places for values
            " JOIN catalog_variant v ON v.id = l.variant_id"
            f" WHERE l.variant_id IN ({places}) ORDER BY l.held - l.on_hand, l.id",
            list(variant_ids),
        )
        return [(variant, level, product) for variant, level, product in cursor.fetchall()]


def reserve_pieces(level_id: int, quantity: int) -> int | None:
    """Promise pieces of a level if they are there, and answer how many are left; None when there were too few.

    One conditional UPDATE: the database decides, no matter how many ask at once. RETURNING spares a second read.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE catalog_stocklevel SET held = held + %s WHERE id = %s AND on_hand - held >= %s"
            " RETURNING on_hand - held",
            [quantity, level_id, quantity],
        )
        row = cursor.fetchone()
    return None if row is None else int(row[0])
