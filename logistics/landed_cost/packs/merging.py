"""A pack that extends another: what it says replaces what it inherits, name by name."""

from typing import Any

_NAMED = ("sources", "authorities", "groups", "bases", "classes", "tables")


def inherit(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    """`child` filled up with what `parent` has: sections by name, rules and schemes by id.

    A child's own new schemes are tried before the inherited ones; one with an inherited id takes that one's place.
    """
    merged = {section: {**parent.get(section, {}), **child.get(section, {})} for section in _NAMED}
    header = {**parent["pack"], **child["pack"]}
    header["territories"] = child["pack"].get("territories", [])
    rules = _by_id(parent.get("rules", []), child.get("rules", []))
    schemes = _by_id(parent.get("schemes", []), child.get("schemes", []))
    return {**merged, "pack": header, "rules": rules, "schemes": schemes}


def _by_id(inherited: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    replaced = {entry["id"] for entry in own}
    known = {entry["id"] for entry in inherited}
    result = [entry for entry in own if entry["id"] not in known]
    placed: set[str] = set()
    for entry in inherited:
        if entry["id"] not in replaced:
            result.append(entry)
        elif entry["id"] not in placed:
            placed.add(entry["id"])
            result.extend(version for version in own if version["id"] == entry["id"])
    return result
