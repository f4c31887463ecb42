"""Which of China's supervision modes a parcel or a delivery moves under: by where the goods lie, and which way they go. Pure.

Source: GAC announcements 2014/12 (9610), 2014/57 (1210), 2016/75 (1239), 2020/75 (9810); confidence H but for the export of
bonded goods outside pilot cities (M): 1210 is limited to pilot cities for imports only, 1239 is for imports only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

CHINA = "CN"
Direction = Literal["import", "export"]


class Procedure(StrEnum):
    """A supervision mode ("tradeMode") of cross-border e-commerce."""

    DIRECT = "9610"
    """Direct mail to or from a consumer."""
    BONDED = "1210"
    """Goods stocked in a bonded zone and sent per order; imports in pilot cities only."""
    BONDED_A = "1239"
    """Imports out of bonded zones in other cities."""
    OVERSEAS_STOCK = "9810"
    """Export of goods that are stocked in a warehouse abroad."""


class Place(StrEnum):
    """Where goods lie, or where an export takes them to be stocked."""

    DOMESTIC = "domestic"
    OVERSEAS = "overseas"
    BONDED_PILOT = "bonded_pilot"
    BONDED = "bonded"


@dataclass(eq=False)
class NoProcedure(Refusal):
    """These goods do not cross China's customs border that way: sold at home, or from abroad to abroad."""

    code: ClassVar[str] = "no_customs_procedure"
    text: ClassVar[str | Promise] = _(
        "No customs procedure of China covers goods of this warehouse going that way."
    )

    direction: str
    place: str


_PROCEDURES: Mapping[tuple[Direction, Place], Procedure] = {
    ("import", Place.OVERSEAS): Procedure.DIRECT,
    ("import", Place.BONDED_PILOT): Procedure.BONDED,
    ("import", Place.BONDED): Procedure.BONDED_A,
    ("export", Place.DOMESTIC): Procedure.DIRECT,
    ("export", Place.BONDED_PILOT): Procedure.BONDED,
    ("export", Place.BONDED): Procedure.BONDED,
    ("export", Place.OVERSEAS): Procedure.OVERSEAS_STOCK,
}


def procedure_for(*, direction: Direction, place: Place) -> Procedure:
    """The procedure of an import out of `place`; of an export from it, or to be stocked there when it is abroad.

    Raises NoProcedure.
    """
    if (direction, place) not in _PROCEDURES:
        raise NoProcedure(direction=direction, place=place)
    return _PROCEDURES[direction, place]


def place_of(*, country: str, kind: str) -> Place:
    """Where a warehouse stands for China's customs: its ISO country and its kind ("ordinary", "bonded_pilot", "bonded").

    A bonded zone of another country is abroad like any other place there. Raises ValueError for another kind.
    """
    if country != CHINA:
        return Place.OVERSEAS
    return Place.DOMESTIC if kind == "ordinary" else Place(kind)
