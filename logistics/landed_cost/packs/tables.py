"""Compiles the rate tables of a pack into indexes by tariff code."""

from collections.abc import Iterator, Mapping
from typing import Any

from logistics.landed_cost.consignment import HS_VERSION
from logistics.landed_cost.evidence import Evidence
from logistics.landed_cost.packs.names import Names
from logistics.landed_cost.rate import parse_rate
from logistics.landed_cost.rate_table import EVERYTHING, RateRow, RateTable, index_rows

_INHERITED = ("source", "confidence", "from", "to", "verify", "note")


def compile_tables(names: Names) -> dict[str, RateTable]:
    """Every table of the pack by name."""
    return {name: _table(name, table, names) for name, table in names.pack["tables"].items()}


def _table(name: str, table: Mapping[str, Any], names: Names) -> RateTable:
    rows, lengths = index_rows(_rows(table, names))
    if not rows:
        names.fault(table, f"tables.{name}.rows", "a table needs at least one row")
    return RateTable(
        name=name,
        rows=rows,
        lengths=lengths,
        complete=table.get("complete", False),
        sample=table.get("sample", False),
        hs_version=table.get("hs_version", HS_VERSION),
    )


def _rows(table: Mapping[str, Any], names: Names) -> Iterator[RateRow]:
    default = {key: table[key] for key in _INHERITED if key in table}
    for row in table["rows"]:
        rate = parse_rate(row["rate"])
        evidence = names.evidence({key: row[key] for key in _INHERITED if key in row}, default)
        origins = names.countries(row.get("origin", ()), row)
        regions = frozenset(row.get("region", ()))
        for prefix in row["hs"]:
            code = EVERYTHING if prefix == "*" else prefix
            yield RateRow(code, rate, evidence, row["rate"], origins, regions)


def inline_table(name: str, text: str, evidence: Evidence) -> RateTable:
    """A rule's own single rate as a table that holds for everything."""
    row = RateRow(EVERYTHING, parse_rate(text), evidence, text)
    rows, lengths = index_rows([row])
    return RateTable(name, rows, lengths, complete=False)
