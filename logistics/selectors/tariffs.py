"""The tariff book in force, compiled once per process and version, and the packs and rules behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from localization.remembered import Remembered
from logistics.landed_cost import TariffBook
from logistics.landed_cost.correlation import Correlation, correlate
from logistics.landed_cost.packs import CheckedPack, assemble
from logistics.models import HsCorrelation, TariffPack
from logistics.official.correlation import shipped_correlation


@dataclass(frozen=True, kw_only=True)
class RuleLine:
    """One rule or rate of a pack as operators read it; `rate` is as written in the pack, its words translated."""

    section: str
    name: str
    rate: str
    source: str
    effective_from: str
    effective_to: str
    confidence: str
    verify: str


def tariff_book() -> TariffBook:
    """The packs in force. No query when warm; another process's new pack is seen within seconds."""
    return BOOK.get("active")


def active_packs() -> dict[str, CheckedPack]:
    """The content of every active pack by code. One query."""
    rows = TariffPack.objects.filter(active=True).only("code", "content", "digest")
    return {row.code: CheckedPack(row.content, row.digest) for row in rows}


def active_correlation() -> Correlation:
    """How codes of two editions of the Harmonized System correspond: as loaded, or else the shop's sample. One query."""
    rows = HsCorrelation.objects.values_list("source_edition", "source_code", "target_edition", "target_code")
    return correlate(list(rows) or [line.key for line in shipped_correlation()])


def rule_lines(pack: TariffPack) -> tuple[RuleLine, ...]:
    """Every rule, scheme and rate of a pack with its source, dates and confidence."""
    return tuple(_lines(pack.content))


def _lines(content: Mapping[str, Any]) -> Iterator[RuleLine]:
    sources = content.get("sources", {})
    for section in ("schemes", "rules"):
        for entry in content.get(section, ()):
            yield entry_line(section, entry["id"], entry, sources)
    for name, table in content.get("tables", {}).items():
        default = {key: value for key, value in table.items() if key != "rows"}
        for row in table["rows"]:
            origin = f" ({', '.join(row['origin'])})" if "origin" in row else ""
            yield entry_line(name, ", ".join(row["hs"]) + origin, {**default, **row}, sources)


def entry_line(section: str, name: str, entry: Mapping[str, Any], sources: Mapping[str, str]) -> RuleLine:
    """A rule, scheme or rate as operators read it."""
    return RuleLine(
        section=section,
        name=name,
        rate=_rate(entry),
        source=sources.get(entry["source"], entry["source"]),
        effective_from=entry["from"],
        effective_to=entry.get("to") or "",
        confidence=entry["confidence"],
        verify=entry.get("verify", ""),
    )


def _rate(entry: Mapping[str, Any]) -> str:
    if "rate" in entry:
        return str(entry["rate"])
    if "flat" in entry:
        flat = {
            "amount": f"{entry['flat']['amount']} {entry['flat']['currency']}",
            "unit": entry.get("per", ""),
        }
        return gettext("%(amount)s per %(unit)s") % flat if flat["unit"] else flat["amount"]
    if "table" in entry:
        return gettext("table %(name)s") % {"name": entry["table"]}
    return gettext(entry["title"]) if entry.get("title") else ""


def _load(_: str) -> TariffBook:
    return assemble(active_packs(), correlation=active_correlation())


BOOK: Remembered[str, TariffBook] = Remembered("tariffs", _load)
