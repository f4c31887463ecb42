"""Compiles a checked and merged pack into the immutable, indexed structures the engine reads."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from logistics.landed_cost.base import PARTS
from logistics.landed_cost.notice import Notice
from logistics.landed_cost.pack import Pack, RefundTerms, Scheme, Waiver
from logistics.landed_cost.packs.faults import BadPack
from logistics.landed_cost.packs.names import STATUTORY, Names
from logistics.landed_cost.packs.rules import Place, compile_rule
from logistics.landed_cost.packs.tables import compile_tables
from logistics.landed_cost.packs.whens import compile_when
from logistics.landed_cost.rate_table import RateTable
from logistics.landed_cost.rule import Rule

_SECTIONS: Mapping[str, type] = {
    "sources": dict,
    "authorities": dict,
    "groups": dict,
    "bases": dict,
    "classes": dict,
    "tables": dict,
    "rules": list,
    "schemes": list,
}


_MOST_KEPT = 256
_kept: dict[str, Pack] = {}


def compile_pack(pack: Mapping[str, Any], *, version: str) -> Pack:
    """The compiled pack. Raises BadPack for names that lead nowhere and rules that make no sense together.

    `version` names the content, so that a pack which did not change when another one did is not compiled again.
    """
    if version not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[version] = _compile(pack, version)
    return _kept[version]


def _compile(pack: Mapping[str, Any], version: str) -> Pack:
    full = {section: pack.get(section, kind()) for section, kind in _SECTIONS.items()}
    names = Names({**full, "pack": pack["pack"]})
    tables = compile_tables(names)
    schemes = tuple(_scheme(entry, names, tables) for entry in full["schemes"])
    if not schemes:
        names.fault(pack["pack"], "schemes", "a pack with territories needs at least one scheme")
    if names.faults:
        raise BadPack(tuple(sorted(set(names.faults))))
    header = pack["pack"]
    return Pack(
        code=header["code"],
        version=version,
        currency=names.currency,
        begins=date.fromisoformat(header["valid_from"]),
        expires=date.fromisoformat(header["expires"]) if header.get("expires") else None,
        route=header.get("route", "consignment"),
        schemes=schemes,
    )


def _scheme(entry: Mapping[str, Any], names: Names, tables: Mapping[str, RateTable]) -> Scheme:
    wanted = list(_versions(entry, names))
    return Scheme(
        scheme_id=entry["id"],
        title=entry.get("title", ""),
        evidence=names.evidence(entry),
        collected=entry["collected"],
        when=compile_when(entry.get("when", {}), names),
        rules=_rules(entry, wanted, names, tables),
        parts=len(PARTS) + 2 * len(wanted),
        waivers=tuple(_waiver(waiver) for waiver in entry.get("waivers", ())),
        refuses=entry.get("refuse"),
        detail=entry.get("detail", ""),
        warnings=tuple(Notice(text) for text in entry.get("warnings", ())),
        refund=_refund(entry["refund"], names) if "refund" in entry else None,
    )


def _refund(entry: Mapping[str, Any], names: Names) -> RefundTerms:
    days = entry.get("within_days")
    verify = f"to verify: {entry['verify']}" if "verify" in entry else ""
    return RefundTerms(
        duty=entry["duty"],
        tax=entry["tax"],
        source=names.pack["sources"].get(entry["source"], entry["source"]),
        confidence=entry["confidence"],
        within_days=int(days) if days else None,
        note="; ".join(part for part in (entry.get("note", ""), verify) if part),
    )


def _versions(entry: Mapping[str, Any], names: Names) -> Iterator[Mapping[str, Any]]:
    """Every dated version of the scheme's rules, in the order the scheme lists them."""
    for rule_id in entry.get("rules", ()):
        found = [rule for rule in names.pack["rules"] if rule["id"] == rule_id]
        if not found:
            names.fault(entry, "rules", f"there is no rule “{rule_id}”")
        yield from found


def _rules(
    entry: Mapping[str, Any], wanted: list[Mapping[str, Any]], names: Names, tables: Mapping[str, RateTable]
) -> tuple[Rule, ...]:
    before: dict[str, int] = {}
    duties: list[int] = []
    compiled = []
    for index, rule in enumerate(wanted):
        # Versions of one rule are never in force on the same day, so they share the part of the first.
        part = before.get(rule["id"], len(PARTS) + 2 * index)
        untaxed = None if entry.get("vat_on_duty", True) else frozenset(duties)
        earlier = {name: where for name, where in before.items() if where < part}
        compiled.append(compile_rule(rule, names, tables, Place(part, earlier, untaxed)))
        before[rule["id"]], before[rule["id"] + STATUTORY] = part, part + 1
        if rule["kind"] == "duty":
            duties.append(part)
    return tuple(compiled)


def _waiver(waiver: Mapping[str, Any]) -> Waiver:
    return Waiver(frozenset(waiver["rules"]), Decimal(waiver["up_to"]))
