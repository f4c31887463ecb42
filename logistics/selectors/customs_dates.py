"""When customs let parcels go, and when they turned back: the dates that limits and refunds are counted from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from logistics.models import ShipmentHistory
from logistics.states import JOURNEY, ShipmentState

_PAST_CUSTOMS = frozenset(JOURNEY[JOURNEY.index(ShipmentState.CUSTOMS_RELEASED) :])
"""No parcel gets as far before customs let it go; carriers may leave the release itself out."""


@dataclass(frozen=True, kw_only=True)
class CustomsDates:
    """Moments of one shipment, None for what has not happened; `returned_at` is when it was back at the sender."""

    released_at: datetime | None = None
    returning_at: datetime | None = None
    returned_at: datetime | None = None
    lost_at: datetime | None = None


def customs_dates(shipment_ids: Collection[int]) -> Mapping[int, CustomsDates]:
    """The dates of some shipments by id, in one query; a shipment that has not moved has none."""
    moves: dict[int, dict[str, datetime]] = {shipment_id: {} for shipment_id in shipment_ids}
    rows = ShipmentHistory.objects.filter(shipment_id__in=list(shipment_ids)).order_by("at", "pk")
    for shipment_id, target, at in rows.values_list("shipment_id", "target", "at"):
        moves[shipment_id].setdefault(_what(target), at)
    return {shipment_id: _dates(first) for shipment_id, first in moves.items()}


def _what(target: str) -> str:
    return "released" if target in _PAST_CUSTOMS else target


def _dates(first: Mapping[str, datetime]) -> CustomsDates:
    return CustomsDates(
        released_at=first.get("released"),
        returning_at=first.get(ShipmentState.RETURNING),
        returned_at=first.get(ShipmentState.RETURNED),
        lost_at=first.get(ShipmentState.LOST),
    )
