"""Reads a file of restrictions strictly; every fault is named by file, line and field."""

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any, get_args

from logistics.landed_cost.charges import Confidence
from logistics.landed_cost.consignment import Mode
from logistics.landed_cost.evidence import Evidence, Period
from logistics.landed_cost.packs import BadPack, Fault
from logistics.landed_cost.packs.located import read_yaml
from logistics.landed_cost.packs.shapes import (
    Faults,
    Record,
    choice,
    day,
    hs_prefix,
    list_of,
    map_of,
    matching,
    text,
    truth,
)
from logistics.restrictions.rules import Battery, Kind, Restriction, RestrictionBook

_NAME = matching(re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII), "a name of small letters, digits and hyphens")
_COUNTRY = matching(re.compile(r"[A-Z]{2}|@[a-z0-9-]+"), "a country code or a @group")
_PLACE = matching(
    re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,6})?|@[a-z0-9-]+"), "a country, union or territory, or a @group"
)
_RULE = Record(
    {
        "id": _NAME,
        "kind": choice(*get_args(Kind)),
        "reason": text,
        "source": text,
        "confidence": choice(*get_args(Confidence)),
        "from": day,
    },
    {
        "to": day,
        "verify": text,
        "hs": list_of(hs_prefix),
        "battery": list_of(choice(*get_args(Battery))),
        "origin": list_of(_COUNTRY),
        "ship_from": list_of(_COUNTRY),
        "destination": list_of(_PLACE),
        "not_to": list_of(_PLACE),
        "mode": list_of(choice(*get_args(Mode))),
        "carrier": list_of(_NAME),
        "crossing": truth,
    },
)
_FILE = Record(
    {"restrictions": list_of(_RULE)},
    {"sources": map_of(text), "groups": map_of(list_of(_PLACE)), "checked": day},
)


def read_restrictions(name: str, content: str) -> RestrictionBook:
    """The book of one file. Raises BadPack naming file, line and field."""
    here, faults = read_yaml(name, content), Faults()
    data = _FILE(here, faults)
    if not faults.found:
        faults.found.extend(_twice(data["restrictions"]))
    rules = [] if faults.found else [_rule(entry, data, faults) for entry in data["restrictions"]]
    if faults.found:
        raise BadPack(tuple(sorted(faults.found)))
    return RestrictionBook(tuple(rules), sha256(content.encode()).hexdigest()[:12])


def _twice(rules: list[dict[str, Any]]) -> list[Fault]:
    seen: dict[str, str] = {}
    found = []
    for rule in rules:
        if rule["id"] in seen:
            found.append(
                Fault(rule["at"], f"{rule['id']}.id", f"the same name as the rule of {seen[rule['id']]}")
            )
        seen.setdefault(rule["id"], rule["at"])
    return found


def _rule(entry: Mapping[str, Any], data: Mapping[str, Any], faults: Faults) -> Restriction:
    def members(field: str) -> frozenset[str]:
        return frozenset(_members(entry, field, data, faults))

    last = entry.get("to")
    verify = f"to verify: {entry['verify']}" if "verify" in entry else ""
    source = data.get("sources", {}).get(entry["source"], entry["source"])
    period = Period(date.fromisoformat(entry["from"]), date.fromisoformat(last) if last else None)
    return Restriction(
        rule_id=entry["id"],
        kind=entry["kind"],
        reason=entry["reason"],
        evidence=Evidence(source, period, entry["confidence"], verify),
        prefixes=tuple(prefix for prefix in entry.get("hs", ()) if prefix != "*"),
        batteries=frozenset(entry.get("battery", ())),
        origins=members("origin"),
        ship_from=members("ship_from"),
        destinations=members("destination"),
        not_to=members("not_to"),
        modes=frozenset(entry.get("mode", ())),
        carriers=frozenset(entry.get("carrier", ())),
        crossing=entry.get("crossing", False),
    )


def _members(entry: Mapping[str, Any], field: str, data: Mapping[str, Any], faults: Faults) -> list[str]:
    found: list[str] = []
    groups = data.get("groups", {})
    for member in entry.get(field, ()):
        if not member.startswith("@"):
            found.append(member)
        elif member[1:] in groups:
            found.extend(groups[member[1:]])
        else:
            message = f"there is no group “{member[1:]}”"
            faults.found.append(Fault(entry["at"], f"{entry['id']}.{field}", message))
    return found
