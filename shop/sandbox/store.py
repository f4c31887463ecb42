"""The sandbox's memory: documents by kind and id, and messages to be sent later, in one SQLite file."""

import json
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LEASE_SECONDS = 30
_TABLES = """
CREATE TABLE IF NOT EXISTS document (kind TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY, at REAL NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0);
"""


@dataclass(frozen=True)
class Message:
    """A webhook waiting to be delivered."""

    id: int
    url: str
    body: bytes
    tries: int


class Store:
    """Safe to use from many threads; hold `lock` around a read that a write depends on."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.lock = threading.RLock()
        self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.executescript(_TABLES)

    def put(self, kind: str, id: str, document: dict[str, Any]) -> None:  # noqa: A002
        """Keep a document, replacing an earlier one."""
        with self.lock:
            self._database.execute(
                "INSERT INTO document VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
                (kind, id, json.dumps(document)),
            )

    def get(self, kind: str, id: str) -> dict[str, Any] | None:  # noqa: A002
        """The document, or None."""
        with self.lock:
            row = self._database.execute(
                "SELECT body FROM document WHERE kind = ? AND id = ?", (kind, id)
            ).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def drop(self, kind: str, id: str) -> None:  # noqa: A002
        """Forget a document."""
        with self.lock:
            self._database.execute("DELETE FROM document WHERE kind = ? AND id = ?", (kind, id))

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Every document of a kind, oldest first."""
        with self.lock:
            rows = self._database.execute(
                "SELECT body FROM document WHERE kind = ? ORDER BY rowid", (kind,)
            ).fetchall()
        return [json.loads(row[0]) for row in rows]

    def send_later(self, at: float, url: str, body: dict[str, Any]) -> None:
        """Have `body` posted to `url` at unix time `at` or soon after."""
        with self.lock:
            self._database.execute(
                "INSERT INTO message (at, url, body) VALUES (?, ?, ?)", (at, url, json.dumps(body))
            )

    def due(self, now: float) -> list[Message]:
        """The messages whose time has come, oldest first; each is leased, so that nobody else takes it meanwhile."""
        with self.lock:
            rows = self._database.execute(
                "SELECT id, url, body, tries FROM message WHERE at <= ? ORDER BY at, id", (now,)
            ).fetchall()
            self._database.execute("UPDATE message SET at = ? WHERE at <= ?", (now + _LEASE_SECONDS, now))
        return [Message(id_, url, body.encode(), tries) for id_, url, body, tries in rows]

    def again(self, id: int, at: float) -> None:  # noqa: A002
        """The message was not taken: try once more at unix time `at`."""
        with self.lock:
            self._database.execute("UPDATE message SET at = ?, tries = tries + 1 WHERE id = ?", (at, id))

    def done(self, id: int) -> None:  # noqa: A002
        """The message was taken, or given up."""
        with self.lock:
            self._database.execute("DELETE FROM message WHERE id = ?", (id,))

    def close(self) -> None:
        """Let go of the file."""
        with self.lock:
            self._database.close()
