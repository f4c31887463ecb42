"""The interface's translations: which texts the source holds, what each catalogue lacks, and how it is compiled.

Works with Babel alone, so that a fresh machine needs no GNU gettext.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_SOURCES = ("localization", "catalog", "logistics", "payments", "orders", "shop", "templates")
_DATA = ("logistics/tariffs", "logistics/reference")
_DATA_TEXTS = {"title", "warnings", "detail", "reason"}
_LEFT_OUT = {"migrations", "static", "sandbox", "starter"}
# What templatize leaves of comments: "# Translators: …", and a bare "#" for each other line of a comment block.
_COMMENT = re.compile(r"#(?: Translators[^\n]*)?$", re.MULTILINE)
_PLACE = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


@dataclass(frozen=True)
class Gap:
    """What is wrong with one text of one catalogue."""

    language: str
    text: str
    problem: str


def collect(root: Path) -> Catalog:
    """Every translatable text of Python and template sources under `root`."""
    catalog = Catalog(charset="utf-8")
    for path in _files(root):
        where = str(path.relative_to(root))
        for _line, text, _comments, context in _texts(path):
            catalog.add(text, locations=[(where, 0)], context=context)
    for path in (file for folder in _DATA for file in sorted((root / folder).rglob("*.yaml"))):
        for text in _data_texts(yaml.safe_load(path.read_text())):
            catalog.add(text, locations=[(str(path.relative_to(root)), 0)])
    return catalog


def read(path: Path, locale: str) -> Catalog:
    """The catalogue of one language; an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale=locale, charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=locale)


def update(path: Path, locale: str, source: Catalog) -> int:
    """Write the catalogue with exactly the texts of the source, keeping translations; answers how many are open."""
    old = read(path, locale)
    new = Catalog(
        locale=locale,
        charset="utf-8",
        project="Causeway",
        header_comment=f"# Causeway, {locale}",
    )
    for message in _by_text(source):
        known = old.get(message.id, message.context)
        new.add(
            message.id, known.string if known else None, locations=message.locations, context=message.context
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    content = io.BytesIO()
    write_po(content, new, width=110, omit_header=False, include_lineno=False, sort_output=True)
    path.write_bytes(_without_dates(content.getvalue()))
    return sum(1 for message in _by_text(new) if not _complete(message, new.num_plurals))


def gaps(catalog: Catalog, language: str, source: Catalog) -> list[Gap]:
    """Texts of the source that the catalogue lacks, leaves open or translates with other places than the original."""
    found = []
    for message in _by_text(source):
        known = catalog.get(message.id, message.context)
        text = message.id if isinstance(message.id, str) else message.id[0]
        if known is None:
            found.append(Gap(language, text, "is missing"))
        elif not _complete(known, catalog.num_plurals):
            found.append(Gap(language, text, "is not translated"))
        elif not _same_places(known):
            found.append(Gap(language, text, "has other placeholders than its translation"))
    return found


def compile_catalog(path: Path, locale: str) -> None:
    """Write the .mo beside the .po."""
    content = io.BytesIO()
    write_mo(content, read(path, locale))
    path.with_suffix(".mo").write_bytes(content.getvalue())


def _files(root: Path) -> Iterator[Path]:
    for folder in _SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if _is_source(path) and not _LEFT_OUT & set(path.parts):
                yield path


def _is_source(path: Path) -> bool:
    """Python anywhere; texts only where templates lie, for reference data comes as text files too."""
    return path.suffix == ".py" or (path.suffix in {".html", ".txt"} and "templates" in path.parts)


def _texts(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    source = path.read_text()
    if path.suffix != ".py":
        # Outside its calls, templatize leaves only Xs and blanks: on one line that reads as Python tokens.
        source = " ".join(_COMMENT.sub("", templatize(source)).splitlines())
    yield from extract(
        "python", io.BytesIO(source.encode()), keywords=_KEYWORDS, options={"encoding": "utf-8"}
    )


def _data_texts(data: Any) -> Iterator[str]:
    """What reference data says to readers: titles, warnings, reasons to refuse or to look again, and the names of services."""
    if isinstance(data, Mapping):
        if "incoterm" in data:
            yield data["name"]
        for key, value in data.items():
            if key in _DATA_TEXTS:
                yield from [value] if isinstance(value, str) else value
            else:
                yield from _data_texts(value)
    elif isinstance(data, list):
        for item in data:
            yield from _data_texts(item)


def _by_text(catalog: Catalog) -> list[Message]:
    messages = [message for message in catalog if message.id]
    return sorted(messages, key=lambda m: (m.id if isinstance(m.id, str) else m.id[0], m.context or ""))


def _complete(message: Message, plurals: int) -> bool:
    if message.fuzzy:
        return False
    if isinstance(message.id, str):
        return bool(message.string)
    return isinstance(message.string, list | tuple) and len(message.string) == plurals and all(message.string)


def _same_places(message: Message) -> bool:
    """A translation uses the original's places; a plural form may leave out the number it spells."""
    if isinstance(message.id, str):
        return _places(message.id) == _places(str(message.string))
    wanted = set().union(*(_places(text) for text in message.id))
    return all(_places(form) <= wanted for form in message.string or ())


def _places(text: str) -> set[str]:
    return {match.group(0) for match in _PLACE.finditer(text.replace("%%", ""))}


def _without_dates(content: bytes) -> bytes:
    """Dates in the header would make every update a change."""
    kept = [
        line
        for line in content.splitlines()
        if not line.startswith((b'"POT-Creation', b'"PO-Revision', b'"Last-Trans'))
    ]
    return b"\n".join(kept) + b"\n"
