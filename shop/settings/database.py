"""Database and cache: SQLite and the embedded Valkey on a laptop, PostgreSQL and Redis where the environment says so."""

import hashlib
import tempfile
from pathlib import Path
from typing import Any

from shop.settings.environment import DATA, EMBEDDED, env

_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-20000;"
    "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364"
)


def _sqlite() -> dict[str, Any]:
    """WAL with immediate transactions: measured to lose no write where the default begin loses most of them."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "db.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _SQLITE_PRAGMAS},
    }


def _postgresql() -> dict[str, Any]:
    """Bounded waits: a statement or a lock that hangs becomes an error the edge answers with 503."""
    database: dict[str, Any] = env.db_url("DATABASE_URL")
    database["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    database["CONN_HEALTH_CHECKS"] = True
    database.setdefault("OPTIONS", {})["options"] = "-c statement_timeout=15000 -c lock_timeout=5000"
    return database


DATABASES = {"default": _postgresql() if env.str("DATABASE_URL", default="") else _sqlite()}

REDIS_URL = env.str("REDIS_URL", default="")


def _socket() -> Path:
    """Beside the data; a path too long for a unix socket (108 bytes) falls back to the temporary folder."""
    beside = DATA / "valkey.sock"
    if len(str(beside).encode()) < 100:
        return beside
    return (
        Path(tempfile.gettempdir()) / f"causeway-{hashlib.sha256(str(DATA).encode()).hexdigest()[:16]}.sock"
    )


VALKEY_SOCKET = _socket()
BROKER = REDIS_URL or f"redis+socket://{VALKEY_SOCKET}"
_CACHE_LOCATION = REDIS_URL or f"unix://{VALKEY_SOCKET}?db=1"

CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": _CACHE_LOCATION,
        "KEY_PREFIX": "causeway",
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

__all__ = ["BROKER", "CACHES", "DATABASES", "EMBEDDED", "REDIS_URL", "SESSION_ENGINE", "VALKEY_SOCKET"]
