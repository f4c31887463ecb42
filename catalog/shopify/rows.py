"""The rows of a CSV file with their line numbers; a file that is no such table is refused whole."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from catalog.refusals import BadFile
from catalog.shopify.cells import unmarked
from catalog.shopify.columns import HANDLE, REQUIRED
from catalog.values import RowError

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 50_000


@dataclass(frozen=True)
class Row:
    """One row by column; `line` is where it begins in the file, counting from 1."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def rows_of(content: bytes) -> tuple[list[Row], list[RowError]]:
    """The filled rows of a file, and those that have too many cells. Raises BadFile."""
    if len(content) > MOST_BYTES:
        raise BadFile(reason=_("it is larger than %(most)s MB") % {"most": MOST_BYTES // 1024 // 1024})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(reason=_("it is not written in UTF-8")) from None
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = _header(next(reader, []))
        return _split(header, _numbered(reader))
    except csv.Error as error:
        raise BadFile(
            reason=_("line %(line)s: %(error)s") % {"line": reader.line_num, "error": error}
        ) from None


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    begins = reader.line_num + 1
    for count, cells in enumerate(reader):
        if count >= MOST_ROWS:
            raise BadFile(reason=_("it has more than %(most)s rows") % {"most": MOST_ROWS})
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _split(header: list[str], numbered: Iterator[tuple[int, list[str]]]) -> tuple[list[Row], list[RowError]]:
    rows, errors = [], []
    for line, cells in numbered:
        if len(cells) > len(header):
            errors.append(RowError(line, "", _("has more cells than the header")))
            continue
        named = ((name, cell) for name, cell in zip(header, cells, strict=False) if name)
        rows.append(Row(line, {name: unmarked(cell) for name, cell in named}))
    return rows, errors


def _header(cells: list[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    missing = sorted(REQUIRED - set(names))
    if missing:
        raise BadFile(reason=_("the header has no column %(columns)s") % {"columns": ", ".join(missing)})
    given = [name for name in names if name]
    if len(set(given)) != len(given):
        raise BadFile(reason=_("the header names a column twice"))
    return names


def handle_of(row: Row) -> str:
    """The product a row belongs to, "" when it says nothing."""
    return row[HANDLE].strip()
