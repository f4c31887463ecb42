"""The amendment of a tariff pack that official rates make, as the YAML that operators may read and keep."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from logistics.official.tariff import OfficialRate


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What an official file says of a pack: `tables` by name; `source` names the file and its day."""

    code: str
    amends: str
    title: str
    source: str
    dated: date
    hs_version: str
    tables: Mapping[str, Sequence[OfficialRate]]

    def text(self) -> str:
        """The pack as YAML; the same rates always give the same text."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "pack:"
        yield f"  code: {self.code}"
        yield f"  title: {json.dumps(self.title)}"
        yield f"  amends: {self.amends}"
        yield f"  valid_from: {self.dated}"
        yield f"  checked: {self.dated}"
        yield "tables:"
        for name, rows in self.tables.items():
            yield f"  {name}:"
            yield f"    title: {json.dumps(self.title)}"
            yield f"    source: {json.dumps(self.source, ensure_ascii=False)}"
            yield "    sample: false"
            yield "    confidence: H"
            yield f"    hs_version: {self.hs_version}"
            yield f"    from: {self.dated}"
            yield "    rows:"
            yield from _row_lines(rows, self.dated)


def _row_lines(rows: Iterable[OfficialRate], dated: date) -> Iterator[str]:
    """Codes with the same rate, origins and days share a row."""
    shared: dict[tuple[str, tuple[str, ...], date, date | None], list[str]] = {}
    for row in rows:
        shared.setdefault((row.rate, tuple(sorted(row.origins)), row.since, row.until), []).append(row.hs)
    for (rate, origins, since, until), codes in shared.items():
        fields = [f"rate: {rate}", f"hs: [{', '.join(json.dumps(code) for code in codes)}]"]
        if origins:
            fields.append(f"origin: [{', '.join(json.dumps(one) for one in origins)}]")
        if since != dated:
            fields.append(f"from: {since}")
        if until is not None:
            fields.append(f"to: {until}")
        yield f"      - {{{', '.join(fields)}}}"
