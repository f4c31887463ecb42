"""Every rule in force or shipped with its source, date, confidence and what is to verify."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from logistics.models import TariffPack
from logistics.selectors.tariffs import RuleLine, entry_line


@dataclass(frozen=True, kw_only=True)
class SourcedPack:
    """One pack: its code and title, when it was checked, what its author was not sure of, and its rules."""

    code: str
    title: str
    checked: str
    verify: tuple[str, ...]
    lines: tuple[RuleLine, ...]


def active_sources(*, pack: str = "", confidence: str = "") -> tuple[SourcedPack, ...]:
    """The packs in force, or one of them, with their rules of one confidence or of all. One query."""
    rows = TariffPack.objects.filter(active=True).order_by("code").values_list("code", "content")
    return sourced_packs(dict(rows), pack=pack, confidence=confidence)


def sourced_packs(
    contents: Mapping[str, Mapping[str, Any]], *, pack: str = "", confidence: str = ""
) -> tuple[SourcedPack, ...]:
    """Packs by code as their sources read; rows of a table that say the same of themselves make one line."""
    wanted = (code for code in sorted(contents) if not pack or code == pack)
    found = (_sourced(contents[code], _sources(code, contents), confidence) for code in wanted)
    return tuple(one for one in found if one.lines or not confidence)


def _sources(code: str, contents: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Short names of sources, also those of the packs this one fills itself up from."""
    content = contents.get(code, {"pack": {}})
    parent = content["pack"].get("extends") or content["pack"].get("amends")
    inherited = _sources(parent, contents) if parent else {}
    return {**inherited, **content.get("sources", {})}


def _sourced(content: Mapping[str, Any], sources: Mapping[str, str], confidence: str) -> SourcedPack:
    header = content["pack"]
    return SourcedPack(
        code=header["code"],
        title=header["title"],
        checked=header["checked"],
        verify=tuple(header.get("verify", ())),
        lines=tuple(
            line for line in _lines(content, sources) if not confidence or line.confidence == confidence
        ),
    )


def _lines(content: Mapping[str, Any], sources: Mapping[str, str]) -> Iterator[RuleLine]:
    for section in ("schemes", "rules"):
        for entry in content.get(section, ()):
            yield entry_line(section, entry["id"], entry, sources)
    for name, table in content.get("tables", {}).items():
        if name != "at":
            yield from _of_table(name, table, sources)


def _of_table(name: str, table: Mapping[str, Any], sources: Mapping[str, str]) -> Iterator[RuleLine]:
    default = {key: value for key, value in table.items() if key not in ("rows", "at")}
    counted: dict[RuleLine, int] = {}
    for row in table["rows"]:
        said = {
            key: value
            for key, value in row.items()
            if key in ("source", "from", "to", "confidence", "verify")
        }
        line = entry_line(name, name, {**default, **said, "rate": ""}, sources)
        counted[line] = counted.get(line, 0) + len(row["hs"])
    for line, count in counted.items():
        yield RuleLine(**{**vars(line), "rate": f"× {count}"})
