"""Records of an official file, from CSV line by line or from JSON, each with its place for faults."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from logistics.landed_cost.packs import BadPack, Fault

Fields = Mapping[str, tuple[str, ...]]
"""Our names of the fields read, each with the names that files give it."""
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the text of a field, "" when the file leaves it out, and what the file calls it."""

    at: str
    texts: Mapping[str, str]
    names: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.texts[name]

    def column(self, name: str) -> str:
        """The field as the file calls it."""
        return self.names[name]


def records(lines: Iterable[str], name: str, fields: Fields) -> Iterator[Record]:
    """Every record of a CSV (comma, semicolon or tab) or of JSON (a list, or an object around one).

    Raises BadPack when the file is neither, or when a field is missing from it.
    """
    rest = iter(lines)
    first = next((line for line in rest if line.strip()), "")
    everything = chain([first.lstrip("\ufeff")], rest)
    if first.lstrip("\ufeff \t")[:1] in ("[", "{"):
        yield from _of_json(everything, name, fields)
    else:
        yield from _of_csv(everything, name, fields)


def _of_csv(lines: Iterable[str], name: str, fields: Fields) -> Iterator[Record]:
    rest = iter(lines)
    header = next(rest, "")
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.reader(chain([header], rest), delimiter=delimiter)
    titles = [" ".join(title.split()) for title in next(rows, [])]
    names = _names(titles, name, fields)
    places = {ours: titles.index(theirs) for ours, theirs in names.items()}
    for row in rows:
        if any(row):
            texts = {ours: row[place].strip() if place < len(row) else "" for ours, place in places.items()}
            yield Record(f"{name}:{rows.line_num}", texts, names)


def _of_json(lines: Iterable[str], name: str, fields: Fields) -> Iterator[Record]:
    try:
        found = json.loads("".join(lines), parse_float=str)
    except ValueError as error:
        raise BadPack((Fault(f"{name}:1", "", f"not JSON: {error}"),)) from None
    if isinstance(found, dict):
        found = next((part for part in found.values() if isinstance(part, list)), None)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise BadPack((Fault(f"{name}:1", "", "a list of records expected"),))
    titles = list({key: None for one in found for key in one})
    names = _names(titles, name, fields)
    for place, one in enumerate(found, start=1):
        texts = {ours: _text(one.get(theirs)) for ours, theirs in names.items()}
        yield Record(f"{name}:record {place}", texts, names)


def _names(titles: list[str], name: str, fields: Fields) -> dict[str, str]:
    names = {ours: next((one for one in theirs if one in titles), "") for ours, theirs in fields.items()}
    absent = [" or ".join(fields[ours]) for ours, theirs in names.items() if not theirs]
    if absent:
        raise BadPack(tuple(Fault(f"{name}:1", one, "the column is missing") for one in absent))
    return names


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())
