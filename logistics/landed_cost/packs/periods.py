"""Dated entries of a pack must follow one another without overlap and without gap."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from logistics.landed_cost.packs.faults import Fault


def period_faults(pack: dict[str, Any]) -> Iterator[Fault]:
    """Faults in the days of rules and schemes (by id) and of table rows (by table, code, regions and origins)."""
    entries: dict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    for section in ("rules", "schemes"):
        for entry in pack.get(section, ()):
            entries[section, entry["id"]].append(entry)
    for name, table in pack.get("tables", {}).items():
        for row in table["rows"]:
            dated = {
                "from": row.get("from", table["from"]),
                "to": row.get("to", table.get("to")),
                "at": row["at"],
            }
            where = (tuple(sorted(row.get("region", ()))), tuple(sorted(row.get("origin", ()))))
            for prefix in row["hs"]:
                entries[f"tables.{name}", prefix, *where].append(dated)
    for key, versions in entries.items():
        yield from _between(".".join(str(part) for part in key if part), versions)


def _between(field: str, versions: list[dict[str, Any]]) -> Iterator[Fault]:
    ordered = sorted(versions, key=lambda version: version["from"] or "")
    for version in ordered:
        if not version["from"]:
            yield Fault(version["at"], f"{field}.from", "the first day is missing")
        elif version.get("to") and version["to"] < version["from"]:
            yield Fault(version["at"], f"{field}.to", "the last day is before the first")
    for earlier, later in pairwise(ordered):
        last = earlier.get("to")
        if last is None or last >= later["from"]:
            yield Fault(later["at"], f"{field}.from", f"overlaps the entry of {earlier['at']}")
        elif date.fromisoformat(last) + timedelta(days=1) < date.fromisoformat(later["from"]):
            yield Fault(later["at"], f"{field}.from", f"leaves a gap after {last} ({earlier['at']})")
