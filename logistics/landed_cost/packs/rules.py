"""Compiles one rule of a scheme: its shape, base, limits and conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from logistics.landed_cost.packs.names import Names, Parts, known_parts, without_duty
from logistics.landed_cost.packs.tables import inline_table
from logistics.landed_cost.packs.whens import compile_when
from logistics.landed_cost.rate_table import RateTable
from logistics.landed_cost.rule import NO_LIMITS, Band, ByRate, Flat, Limits, Rule, Scale

_SHAPES = ("rate", "table", "flat", "scale")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule stands in its scheme: its part, the rules before it, the duties its base leaves out (None: none)."""

    part: int
    earlier: Parts
    untaxed: frozenset[int] | None


def compile_rule(
    rule: Mapping[str, Any], names: Names, tables: Mapping[str, RateTable], place: Place
) -> Rule:
    """The rule as this scheme applies it; faults are noted in `names`."""
    authority = names.pack["authorities"].get(rule["authority"], rule["authority"])
    compiled = Rule(
        rule_id=rule["id"],
        kind=rule["kind"],
        authority=authority,
        title=rule.get("title", ""),
        shape=_shape(rule, names, tables, place),
        level="consignment" if "scale" in rule else rule.get("level", "line"),
        part=place.part,
        evidence=names.evidence(rule),
        rounding=names.rounding(rule.get("rounding")),
        limits=_limits(rule, names, place),
        when=compile_when(rule.get("when", {}), names),
        unless=_parts(rule, "unless", names, place),
        collected=rule.get("collected"),
    )
    _check(rule, compiled, names)
    return compiled


def _shape(
    rule: Mapping[str, Any], names: Names, tables: Mapping[str, RateTable], place: Place
) -> ByRate | Flat | Scale:
    shapes = [shape for shape in _SHAPES if shape in rule]
    if len(shapes) != 1:
        names.fault(rule, rule["id"], "exactly one of rate, table, flat and scale expected")
        return Flat(Decimal(0), names.currency, "line")
    if shapes == ["flat"]:
        if "per" not in rule:
            names.fault(rule, f"{rule['id']}.per", "a flat amount is per hs6, line, unit or parcel")
        flat = rule["flat"]
        return Flat(Decimal(flat["amount"]), flat["currency"], rule.get("per", "line"))
    if "base" not in rule:
        names.fault(rule, f"{rule['id']}.base", "a rate needs a base")
    # A part every line has, like duty, is meant before a rule that happens to bear its name.
    base = names.base(rule.get("base", {}), rule, {**place.earlier, **known_parts()})
    if place.untaxed is not None and rule["kind"] not in ("duty", "fee"):
        base = without_duty(base, place.untaxed)
    if shapes == ["scale"]:
        return Scale(base, rule.get("currency", names.currency), _bands(rule, names))
    preference = _table(rule, "preference", names, tables) if "preference" in rule else None
    return ByRate(base, _rates(rule, names, tables), rule.get("gross_up", False), preference)


def _rates(rule: Mapping[str, Any], names: Names, tables: Mapping[str, RateTable]) -> RateTable:
    if "rate" in rule:
        return inline_table(rule["id"], rule["rate"], names.evidence(rule))
    return _table(rule, "table", names, tables)


def _table(rule: Mapping[str, Any], field: str, names: Names, tables: Mapping[str, RateTable]) -> RateTable:
    if rule[field] not in tables:
        names.fault(rule, f"{rule['id']}.{field}", f"there is no table “{rule[field]}”")
        return inline_table(rule["id"], "free", names.evidence(rule))
    return tables[rule[field]]


def _bands(rule: Mapping[str, Any], names: Names) -> tuple[Band, ...]:
    bands = tuple(
        Band(
            up_to=Decimal(band["up_to"]) if "up_to" in band else None,
            rate=Decimal(band["rate"]),
            deduct=Decimal(band.get("deduct", "0")),
        )
        for band in rule["scale"]
    )
    limits = [band.up_to for band in bands]
    ascending = [limit for limit in limits if limit is not None]
    if not bands or None in limits[:-1] or ascending != sorted(set(ascending)):
        names.fault(rule, f"{rule['id']}.scale", "bands in ascending order, only the last without up_to")
    return bands


def _limits(rule: Mapping[str, Any], names: Names, place: Place) -> Limits:
    def amount(field: str) -> Decimal | None:
        return Decimal(rule[field]) if field in rule else None

    found = Limits(
        factor=Decimal(rule.get("factor", "1")),
        net_of=_parts(rule, "net_of", names, place),
        at_least=amount("at_least"),
        at_most=amount("at_most"),
        waived_up_to=amount("waived_up_to"),
    )
    return NO_LIMITS if found == NO_LIMITS else found


def _parts(rule: Mapping[str, Any], field: str, names: Names, place: Place) -> tuple[int, ...]:
    for name in rule.get(field, ()):
        if name not in place.earlier:
            names.fault(rule, f"{rule['id']}.{field}", f"there is no earlier rule “{name}” in the scheme")
    return tuple(place.earlier[name] for name in rule.get(field, ()) if name in place.earlier)


def _check(rule: Mapping[str, Any], compiled: Rule, names: Names) -> None:
    """What only makes sense together: floors need one amount, a gross-up needs a percentage below 100."""
    limits = compiled.limits
    single = compiled.level == "consignment" or (
        isinstance(compiled.shape, Flat) and compiled.shape.per == "parcel"
    )
    if (limits.at_least is not None or limits.at_most is not None) and not single:
        names.fault(rule, rule["id"], "at_least and at_most need level: consignment")
    if isinstance(compiled.shape, ByRate):
        rows = [row for some in compiled.shape.table.rows.values() for row in some]
        percents = [row.rate.percent for row in rows]
        if compiled.shape.grossed_up and any(percent is None or percent >= 1 for percent in percents):
            names.fault(rule, rule["id"], "gross_up needs percentages below 100 %")
