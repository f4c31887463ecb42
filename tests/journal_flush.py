"""Lets the flush after a transactional test empty the journal on SQLite, whose triggers refuse every DELETE."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.sqlite3.operations import DatabaseOperations

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'payments_%'"


@pytest.fixture(autouse=True, scope="session")
def flushable_journal() -> Iterator[None]:
    """Take the triggers down for the flush and put them up again; PostgreSQL's TRUNCATE does not meet them."""
    flush = DatabaseOperations.execute_sql_flush

    def flush_past_triggers(self: DatabaseOperations, sql_list: Any) -> None:
        with self.connection.cursor() as cursor:
            triggers = cursor.execute(_TRIGGERS).fetchall()
        down = [f"DROP TRIGGER {name}" for name, _sql in triggers]
        flush(self, [*down, *sql_list, *(sql for _name, sql in triggers)])

    patch = pytest.MonkeyPatch()
    patch.setattr(DatabaseOperations, "execute_sql_flush", flush_past_triggers)
    yield
    patch.undo()
