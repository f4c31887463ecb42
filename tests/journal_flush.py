"""Lets the flush after a transactional test empty the journal on SQLite, whose triggers refuse every DELETE."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'payments_%'"


@pytest.fixture(autouse=True, scope="session")
def flushable_journal() -> Iterator[None]:
    """Take the triggers down for the flush and put them up again; PostgreSQL's TRUNCATE does not meet them."""
    patch = pytest.MonkeyPatch()
    if connection.vendor == "sqlite":
        operations: Any = type(connection.ops)
        patch.setattr(operations, "execute_sql_flush", _past_triggers(operations.execute_sql_flush))
    yield
    patch.undo()


def _past_triggers(flush: Any) -> Any:
    def flush_past_triggers(self: Any, sql_list: Any) -> None:
        with self.connection.cursor() as cursor:
            triggers = cursor.execute(_TRIGGERS).fetchall()
        down = [f"DROP TRIGGER {name}" for name, _sql in triggers]
        flush(self, [*down, *sql_list, *(sql for _name, sql in triggers)])

    return flush_past_triggers
