"""Compiles the `when` of a scheme or rule into conditions, cheap ones first and classes of goods last."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal

from logistics.landed_cost.base import GIVEN
from logistics.landed_cost.conditions import (
    Among,
    Bounds,
    BuyerParcelsAtMost,
    BuyerSpentIs,
    Condition,
    Goods,
    Personal,
    Proven,
    Registered,
    UnitsAtMost,
    ValueIs,
)
from logistics.landed_cost.consignment import HS_VERSION
from logistics.landed_cost.packs.names import Names, known_parts

_SPENT: tuple[tuple[str, Literal["year", "day"]], ...] = (("buyer_year", "year"), ("buyer_day", "day"))
_LISTED: tuple[Literal["border", "mode", "incoterm"], ...] = ("border", "mode", "incoterm")
_PLACES: tuple[Literal["ship_from", "origin"], ...] = ("ship_from", "origin")


def compile_when(when: Mapping[str, Any], names: Names) -> tuple[Condition, ...]:
    """The conditions of a `when`; goods last, so that a parcel which fails only there can be told why."""
    return (*_about_the_way(when, names), *_about_amounts(when, names), *_about_goods(when, names))


def _about_the_way(when: Mapping[str, Any], names: Names) -> Iterator[Condition]:
    for what in _LISTED:
        if what in when:
            yield Among(what, frozenset(when[what]))
    if "registered" in when or "not_registered" in when:
        yield Registered(frozenset(when.get("registered", ())), frozenset(when.get("not_registered", ())))
    for place in _PLACES:
        for inside, members in _sides(when.get(place, {})):
            yield Among(place, names.countries(members, when[place]), inside)
    for inside, members in _sides(when.get("region", {})):
        yield Among("region", frozenset(members), inside)
    yield from _about_the_buyer(when)


def _sides(among: Mapping[str, Any]) -> Iterator[tuple[bool, list[str]]]:
    for key, inside in (("in", True), ("not_in", False)):
        if key in among:
            yield inside, among[key]


def _about_the_buyer(when: Mapping[str, Any]) -> Iterator[Condition]:
    if "proof_of_origin" in when:
        yield Proven(when["proof_of_origin"])
    if "personal" in when:
        yield Personal(when["personal"])
    if "units_at_most" in when:
        yield UnitsAtMost(int(when["units_at_most"]))
    if "buyer_parcels" in when:
        yield BuyerParcelsAtMost(int(when["buyer_parcels"]["at_most"]), when["buyer_parcels"]["period"])


def _about_amounts(when: Mapping[str, Any], names: Names) -> Iterator[Condition]:
    for value in when.get("value", ()):
        base = names.base({value["basis"]: "1"}, value, _goods_parts())
        yield ValueIs(base, value.get("scope", "consignment"), _bounds(value, names))
    for key, period in _SPENT:
        if key in when:
            limit = when[key]
            base = names.base({limit["basis"]: "1"}, limit, _goods_parts())
            yield BuyerSpentIs(base, _bounds(limit, names), period)


def _about_goods(when: Mapping[str, Any], names: Names) -> Iterator[Condition]:
    for key, inside in (("only", True), ("none_of", False)):
        for name in when.get("goods", {}).get(key, ()):
            kind = names.pack["classes"].get(name)
            if kind is None:
                names.fault(when["goods"], f"when.goods.{key}", f"there is no class of goods “{name}”")
            else:
                yield Goods(name, tuple(kind["hs"]), inside, kind.get("hs_version", HS_VERSION))


def _bounds(entry: Mapping[str, Any], names: Names) -> Bounds:
    limits = {key: Decimal(entry[key]) for key in ("above", "at_least", "below", "at_most") if key in entry}
    if not limits:
        names.fault(entry, "when.value", "a limit expected: above, at_least, below or at_most")
    return Bounds(entry.get("currency", names.currency), **limits)


def _goods_parts() -> dict[str, int]:
    return {name: part for name, part in known_parts().items() if name in GIVEN}
