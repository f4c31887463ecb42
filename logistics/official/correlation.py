"""The CSV of a correlation between two editions of the Harmonized System, and the shop's own sample of one."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from logistics.landed_cost.packs import BadPack, Fault

SHIPPED = Path(__file__).resolve().parent.parent / "reference" / "hs_correlation.csv"
_COLUMNS = ("source_edition", "source_code", "target_edition", "target_code", "note", "source")
_EDITION = re.compile(r"HS\d{4}", re.ASCII)
_SOURCE_CODE = re.compile(r"\d{6}", re.ASCII)
_TARGET_CODE = re.compile(r"\d{4}|\d{6}", re.ASCII)
_FORMS = (
    ("source_edition", _EDITION, "an edition like HS2022"),
    ("source_code", _SOURCE_CODE, "six digits"),
    ("target_edition", _EDITION, "an edition like HS2028"),
    ("target_code", _TARGET_CODE, "six digits, or four where only the heading is known"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrelationLine:
    """One code and one code it corresponds to in another edition, who says so, and what is to verify."""

    source_edition: str
    source_code: str
    target_edition: str
    target_code: str
    note: str
    source: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Edition, code, edition, code."""
        return self.source_edition, self.source_code, self.target_edition, self.target_code


def read_correlation(name: str, lines: Iterable[str]) -> tuple[CorrelationLine, ...]:
    """Every line of the CSV. Raises BadPack naming file, line and column."""
    rows = csv.DictReader(lines)
    absent = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
    if absent:
        raise BadPack(tuple(Fault(f"{name}:1", column, "the column is missing") for column in absent))
    found: dict[tuple[str, str, str, str], CorrelationLine] = {}
    faults: list[Fault] = []
    for row in rows:
        at = f"{name}:{rows.line_num}"
        line = CorrelationLine(**{column: (row[column] or "").strip() for column in _COLUMNS})
        faults += [Fault(at, column, message) for column, message in _faults(row)]
        if line.key in found:
            faults.append(Fault(at, "target_code", "this pair is here twice"))
        found[line.key] = line
    if not found and not faults:
        faults.append(Fault(f"{name}:1", "", "the file has no line"))
    if faults:
        raise BadPack(tuple(faults))
    return tuple(found.values())


@cache
def shipped_correlation() -> tuple[CorrelationLine, ...]:
    """The sample the shop ships."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return read_correlation(SHIPPED.name, file)


def _faults(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column, form, expected in _FORMS:
        if not form.fullmatch((row[column] or "").strip()):
            yield column, f"{expected} expected, not “{row[column] or ''}”"
    if not (row["source"] or "").strip():
        yield "source", "say who says so"
    if row["source_edition"] == row["target_edition"]:
        yield "target_edition", "another edition than the source's expected"
