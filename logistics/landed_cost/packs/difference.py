"""What a new version of a pack changes, line by line, for the operator who loads it."""

from collections.abc import Iterator, Mapping
from typing import Any

_SECTIONS = ("sources", "authorities", "groups", "bases", "classes")


def difference(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[str, ...]:
    """Lines "+ entry", "- entry" and "~ entry: old -> new"; everything is new when there was nothing before."""
    old, new = dict(_entries(before or {})), dict(_entries(after))
    lines = []
    for name in sorted({*old, *new}):
        if name not in old:
            lines.append(f"+ {name}: {new[name]}")
        elif name not in new:
            lines.append(f"- {name}: {old[name]}")
        elif old[name] != new[name]:
            lines.append(f"~ {name}: {old[name]} -> {new[name]}")
    return tuple(lines)


def _entries(pack: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field, value in pack.get("pack", {}).items():
        if field != "at":
            yield f"pack.{field}", _plain(value)
    for section in _SECTIONS:
        for name, value in pack.get(section, {}).items():
            if name != "at":
                yield f"{section}.{name}", _plain(value)
    for section in ("rules", "schemes"):
        for entry in pack.get(section, ()):
            yield f"{section}.{entry['id']} from {entry['from']}", _plain(entry)
    for name, table in pack.get("tables", {}).items():
        yield f"tables.{name}", _plain({key: value for key, value in table.items() if key != "rows"})
        yield from _rows(name, table)


def _rows(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for row in table["rows"]:
        place = f" to {'/'.join(row['region'])}" if "region" in row else ""
        place += f" from {'/'.join(row['origin'])}" if "origin" in row else ""
        since = row.get("from", table["from"])
        rest = {key: value for key, value in row.items() if key not in ("hs", "origin", "region", "from")}
        for prefix in row["hs"]:
            yield f"tables.{name}.{prefix}{place} since {since}", _plain(rest)


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return (
            "{"
            + ", ".join(f"{key}: {_plain(item)}" for key, item in sorted(value.items()) if key != "at")
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_plain(item) for item in value) + "]"
    return str(value)
