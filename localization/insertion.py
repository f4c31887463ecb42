"""Inserts rows of a model by one statement each time, for the paths where the ORM's own way costs more than the database.

Signals are not sent, and multi-table models are not known: nothing here uses either.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models


def insert(rows: Sequence[models.Model]) -> None:
    """Store fresh rows of one model, in the caller's transaction; each then has its id. No rows, no statement."""
    if rows:
        _insert(rows, "")


def insert_unless_there(row: models.Model, *, unique: str) -> bool:
    """Store a fresh row unless another has its value of the unique column, and say whether it was stored.

    While another transaction inserts the same value this waits for its end; nothing is left broken by the meeting.
    """
    return _insert([row], f" ON CONFLICT ({connection.ops.quote_name(unique)}) DO NOTHING")


def _insert(rows: Sequence[models.Model], conflict: str) -> bool:
    model, database = type(rows[0]), connections[DEFAULT_DB_ALIAS]
    columns = _columns(model)
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), database) for row in rows for field in columns
    ]
    with database.cursor() as cursor:
        cursor.execute(_statement(model, len(rows), conflict), values)
        ids = cursor.fetchall()
    for row, (pk,) in zip(rows, ids, strict=False):
        row.pk = pk
        # As Model.save leaves it: the row is stored, and where.
        row._state.adding = False  # noqa: SLF001  # there is no public name for it
        row._state.db = DEFAULT_DB_ALIAS  # noqa: SLF001
    return bool(ids)


@cache
def _columns(model: type[models.Model]) -> tuple[Any, ...]:
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)


@cache
def _statement(model: type[models.Model], count: int, conflict: str) -> str:
    quoted, columns = connection.ops.quote_name, _columns(model)
    names = ", ".join(quoted(field.column) for field in columns)
    places = ", ".join([f"({', '.join(['%s'] * len(columns))})"] * count)
    into = f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES {places}{conflict}"  # noqa: S608  # names of ours
    return f"{into} RETURNING {quoted(model._meta.pk.attname)}"
