"""Files of the nomenclature: the shop's own list of HS2022 codes, and the CSV of the data set harmonized-system."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

SHIPPED_EDITION = "HS2022"
_REFERENCE = Path(__file__).resolve().parent / "reference"
_CODES = _REFERENCE / "hs2022_codes.txt"
_HEADINGS = _REFERENCE / "hs2022_headings.csv"
_COLUMNS = ("hscode", "description", "parent")
_LEVELS = (2, 4, 6)
_TOTAL = "TOTAL"


@dataclass(frozen=True, slots=True)
class NomenclatureLine:
    """One chapter, heading or subheading; without a `description` where only the code is known."""

    code: str
    description: str

    @property
    def level(self) -> int:
        """The number of digits."""
        return len(self.code)

    @property
    def parent(self) -> str:
        """The code above it; "" for a chapter."""
        return self.code[:-2]


@dataclass(eq=False)
class BadNomenclature(Refusal):
    """The file is no nomenclature; nothing was loaded. Each of `faults` names file, line and column."""

    code: ClassVar[str] = "bad_nomenclature"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The nomenclature has faults:\n%(listing)s")

    faults: tuple[str, ...]

    @property
    def facts(self) -> dict[str, Any]:
        """The faults, also as lines of text."""
        return {"faults": self.faults, "listing": "\n".join(self.faults)}


@cache
def shipped_lines() -> tuple[NomenclatureLine, ...]:
    """Every code of HS2022; the headings that consumers buy are described in the shop's own words.

    The codes are those of the World Customs Organization's Harmonized System 2022, as UN Comtrade publishes them.
    """
    with _HEADINGS.open(encoding="utf-8", newline="") as file:
        texts = {row["heading"]: row["description"] for row in csv.DictReader(file)}
    codes = sorted(set(_codes(_CODES.read_text(encoding="ascii").splitlines())))
    return tuple(NomenclatureLine(code, texts.get(code, "")) for code in codes)


def read_nomenclature(name: str, lines: Iterable[str]) -> tuple[NomenclatureLine, ...]:
    """The chapters, headings and subheadings of a CSV with the columns hscode, description and parent.

    The rows of the section TOTAL (goods not specified by kind, the sum of all) are no codes and are left out. Raises
    BadNomenclature.
    """
    rows = csv.DictReader(lines)
    absent = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
    if absent:
        raise BadNomenclature(
            tuple(f"{name}:1: {column}: " + gettext("the column is missing") for column in absent)
        )
    found: dict[str, NomenclatureLine] = {}
    faults: list[str] = []
    for row in rows:
        if row.get("section") != _TOTAL:
            faults += [f"{name}:{rows.line_num}: {fault}" for fault in _faults(row, found)]
            found[row["hscode"]] = NomenclatureLine(row["hscode"], (row["description"] or "").strip())
    if not found and not faults:
        faults.append(f"{name}:1: hscode: " + gettext("no code is here"))
    if faults:
        raise BadNomenclature(tuple(faults))
    return tuple(found.values())


def _codes(lines: Iterable[str]) -> Iterator[str]:
    """The codes of lines like "0101 21 29 30": a heading and the ends of its subheadings."""
    for line in lines:
        heading, *ends = line.split()
        yield from (heading[:2], heading, *(heading + end for end in ends))


def _faults(row: Mapping[str, str], before: Mapping[str, NomenclatureLine]) -> Iterator[str]:
    code = row["hscode"] or ""
    if not (code.isascii() and code.isdigit() and len(code) in _LEVELS):
        yield "hscode: " + gettext("2, 4 or 6 digits expected, not “%(value)s”") % {"value": code}
        return
    if code in before:
        yield "hscode: " + gettext("%(code)s is here twice") % {"code": code}
    if not (row["description"] or "").strip():
        yield "description: " + gettext("%(code)s has no text") % {"code": code}
    above = code[:-2]
    if above and (row["parent"] != above or above not in before):
        yield "parent: " + gettext("%(parent)s expected in a line above, not “%(value)s”") % {
            "parent": above,
            "value": row["parent"],
        }
