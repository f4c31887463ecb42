"""Imports a whole official tariff in place of the table a pack has: all of the file or nothing, and nothing twice."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from logistics.landed_cost.packs import BadPack, CheckedPack, Fault
from logistics.official.eu_taric import read_eu_taric
from logistics.official.groups import read_groups
from logistics.official.pack_text import Amendment
from logistics.official.rows import table_rows
from logistics.official.tariff import OfficialTariff, Reading
from logistics.official.uk_trade_tariff import read_uk_trade_tariff
from logistics.official.us_hts import read_us_hts
from logistics.selectors.tariffs import active_packs
from logistics.services._activating import LoadReport, activate, read_pack


@dataclass(frozen=True, slots=True)
class OfficialFormat:
    """A kind of official file: who reads it, which table it replaces, the suffix of the pack it makes, its title."""

    read: Callable[[Iterable[str], Reading], OfficialTariff]
    table: str
    suffix: str
    title: str


FORMATS: Mapping[str, OfficialFormat] = {
    "us-hts": OfficialFormat(
        read_us_hts, "column-1", "HTS", "Harmonized Tariff Schedule of the United States"
    ),
    "uk-trade-tariff": OfficialFormat(read_uk_trade_tariff, "uk-global-tariff", "UKT", "UK Trade Tariff"),
    "eu-taric": OfficialFormat(read_eu_taric, "third-country-duty", "TARIC", "TARIC"),
}


@dataclass(frozen=True, kw_only=True)
class OfficialFile:
    """A file to import: its format, the code of the pack it is about, the day it was issued.

    `table` is the table to replace ("" for that of the format); `groups` a CSV with members of country groups;
    `hs_version` the edition of its codes.
    """

    path: Path
    format: str
    pack: str
    dated: date
    table: str = ""
    groups: Path | None = None
    hs_version: str = "HS2022"


@dataclass(frozen=True, kw_only=True)
class ImportReport:
    """What was loaded. `unread` are rates not understood, refused from now on; `left_out` counts what is no plain duty."""

    load: LoadReport
    rates: int
    preferences: int
    unread: tuple[Fault, ...]
    left_out: Mapping[str, int]


def import_tariff(file: OfficialFile) -> ImportReport:
    """Make an official file the table of a pack; the pack itself and its later versions stay as they are.

    Raises BadPack naming file, line and field; then nothing was imported.
    """
    tariff = _read(file)
    with transaction.atomic():
        packs = active_packs()
        table, preference = _tables(file, packs)
        tables = {table: table_rows(tariff.rates, tariff.unread)}
        if tariff.preferences and preference:
            tables[preference] = _certain(table_rows(tariff.preferences, []))
        elif tariff.preferences:
            tariff.left_out["preferential rates, for which the pack has no table"] += len(tariff.preferences)
        amendment = _amendment(file, tables)
        load = activate([read_pack(((f"{amendment.code}.yaml", amendment.text()),))], own=True)
    return ImportReport(
        load=load,
        rates=len(tables[table]),
        preferences=len(tables.get(preference, ())),
        unread=tuple(tariff.unread),
        left_out=dict(tariff.left_out),
    )


def _read(file: OfficialFile) -> OfficialTariff:
    try:
        reading = Reading(name=file.path.name, dated=file.dated, groups=_groups(file.groups))
        with file.path.open(encoding="utf-8-sig", newline="") as lines:
            tariff = FORMATS[file.format].read(lines, reading)
    except UnicodeDecodeError as error:
        raise BadPack((Fault(f"{file.path.name}:1", "", f"not UTF-8 text: {error.reason}"),)) from None
    if not tariff.rates and not tariff.faults:
        tariff.faults.append(Fault(f"{file.path.name}:1", "", "the file has no rate"))
    if tariff.faults:
        raise BadPack(tuple(tariff.faults))
    return tariff


def _groups(path: Path | None) -> dict[str, frozenset[str]]:
    if path is None:
        return {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return read_groups(lines, path.name)


def _tables(file: OfficialFile, packs: Mapping[str, CheckedPack]) -> tuple[str, str]:
    """The table to replace and the one for preferences beside it ("" when no rule of the pack names one)."""
    if file.pack not in packs:
        raise BadPack((Fault(file.path.name, "pack", f"no pack {file.pack} is in force"),))
    content = packs[file.pack].content
    wanted = file.table or FORMATS[file.format].table
    tables: Mapping[str, Any] = content.get("tables", {})
    if wanted not in tables:
        known = ", ".join(sorted(set(tables) - {"at"})) or "none"
        raise BadPack((Fault(file.path.name, "table", f"{file.pack} has no table {wanted}, only: {known}"),))
    beside = {
        rule["preference"]
        for rule in content.get("rules", ())
        if rule.get("table") == wanted and "preference" in rule
    }
    return wanted, min(beside, default="")


def _certain(rows: list[Any]) -> list[Any]:
    return [row for row in rows if row.rate != "unknown"]


def _amendment(file: OfficialFile, tables: Mapping[str, Any]) -> Amendment:
    form = FORMATS[file.format]
    return Amendment(
        code=f"{file.pack[:2]}-{form.suffix}",
        amends=file.pack,
        title=form.title,
        source=f"{form.title}, {file.path.name}, {file.dated}",
        dated=file.dated,
        hs_version=file.hs_version,
        tables={name: rows for name, rows in tables.items() if rows},
    )
