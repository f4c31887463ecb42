"""Copies of the demo catalogue made by the database itself: a thousand products, or a hundred thousand."""

from dataclasses import dataclass
from typing import Any

_STRIDE = 10_000_000  # the ids of one copy lie this far from those of the one before
_WORD = "' serie' || to_char(n, 'FM00000')"  # one word per copy: a search finds as many pieces in every size


@dataclass(frozen=True)
class _Table:
    """A table to copy: columns that name a copied row, columns unique as text, text that is searched; which rows."""

    name: str
    shifted: tuple[str, ...]
    named: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()
    where: str = "true"


_TABLES = (
    _Table("catalog_product", ("id",), ("handle", "source_handle")),
    _Table("catalog_producttext", ("id", "product_id"), worded=("title",), where="language IN ('en', 'de')"),
    _Table("catalog_option", ("id", "product_id")),
    _Table("catalog_optionvalue", ("id", "option_id")),
    _Table("catalog_variant", ("id", "product_id"), ("sku",)),
    _Table("catalog_stocklevel", ("id", "variant_id")),
    _Table("catalog_picture", ("id", "product_id")),
    _Table(
        "catalog_searchdocument", ("id", "product_id"), worded=("title",), where="language IN ('en', 'de')"
    ),
    _Table("catalog_offer", ("id", "product_id", "variant_id"), ("handle",), where="market IN ('de', 'jp')"),
)
# The vector of a copy is that of its pattern and the one word more: spelling it out anew took half of all the time.
_PLAIN_VECTOR = "ALTER TABLE catalog_searchdocument ALTER COLUMN vector DROP EXPRESSION IF EXISTS"
_VECTOR = f"vector || setweight(catalog_term_vector({_WORD}), 'A')"
_CHANGED = {"rank": "rank + n * 10000", "vector": _VECTOR, "on_hand": "1000000", "held": "0"}
_FREE_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s
AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass)
"""


def multiply(cursor: Any, *, first: int, last: int) -> None:
    """Add copies number `first` to `last` of every product that is itself no copy."""
    cursor.execute(
        "SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'"
    )
    cursor.execute(f"SET maintenance_work_mem = '256MB'; {_PLAIN_VECTOR}")
    for table in _TABLES:
        _copy(cursor, table, first, last)


def _copy(cursor: Any, table: _Table, first: int, last: int) -> None:
    """An index is built faster over rows that are there than it grows with each of them."""
    cursor.execute(_FREE_INDEXES, (table.name, table.name))
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    cursor.execute(_statement(table, _columns(cursor, table.name)), (first, last))
    for _name, definition in indexes:
        cursor.execute(definition)


def _columns(cursor: Any, table: str) -> list[str]:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND table_schema = 'public'"
        " ORDER BY ordinal_position",
        (table,),
    )
    return [name for (name,) in cursor.fetchall()]


def _statement(table: _Table, columns: list[str]) -> str:
    values = ", ".join(_value(table, column) for column in columns)
    return (
        f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT {values} FROM {table.name},"
        f" generate_series(%s, %s) AS n WHERE id < {_STRIDE} AND {table.where}"
    )


def _value(table: _Table, column: str) -> str:
    if column in table.shifted:
        return f"{column} + n::bigint * {_STRIDE}"
    if column in table.named:
        return f"{column} || '-' || n"
    if column in table.worded:
        return f"{column} || {_WORD}"
    return _CHANGED.get(column, column)
