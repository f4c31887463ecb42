"""The two databases of the benchmark, made once per version of what they are made of."""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

from tests.benchmarks.multiply import multiply

ROOT = Path(__file__).resolve().parent.parent.parent
SERVER = os.environ.get("DATABASE_URL") or "postgres://postgres@127.0.0.1:5432/postgres"
REDIS = os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/8"
DATA = ROOT / "var" / "bench"
SIZES = {"1k": 1_000, "100k": 100_000}
_MADE_OF = ("*/migrations/*.py", "shop/demo/catalogue/**/*", "tests/benchmarks/multiply.py")
_PLENTY = "UPDATE catalog_stocklevel SET on_hand = 1000000, held = 0 WHERE on_hand <> 1000000 OR held <> 0"
_USED = r"""
SELECT string_agg(relname, ', ') FROM pg_class
WHERE relkind = 'r' AND relname ~ '^(orders_|payments_|catalog_stockhold)'
"""


def url(size: str) -> str:
    """The address of the database of a size, beside the one that DATABASE_URL names."""
    return f"{SERVER.rpartition('/')[0]}/causeway_bench_{size}"


def environment(size: str) -> dict[str, str]:
    """The environment of a process that works on the database of a size."""
    return {
        **os.environ,
        "DATABASE_URL": url(size),
        "REDIS_URL": REDIS,
        "DATA": str(DATA),
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
    }


def ready() -> None:
    """Make the databases that are not there in this version, and empty both of orders."""
    DATA.mkdir(parents=True, exist_ok=True)
    version, began = _version(), time.monotonic()
    if any(_comment(size) != version for size in SIZES):
        _make(version)
        sys.stdout.write(f"seeded in {time.monotonic() - began:.0f} s\n")
    for size in SIZES:
        _forget_orders(size)


def _make(version: str) -> None:
    _create("1k", template="template0")
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.fill"], cwd=ROOT, env=environment("1k"), check=True
    )
    copies = _grow("1k", first=1)
    _create("100k", template="causeway_bench_1k")
    _grow("100k", first=copies + 1)
    for size in SIZES:
        _run(SERVER, f"COMMENT ON DATABASE causeway_bench_{size} IS '{version}'")


def _grow(size: str, *, first: int) -> int:
    """Copy until the size is reached; the number of the last copy."""
    connection = psycopg2.connect(url(size))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM catalog_product WHERE id < 10000000")
        last = round(SIZES[size] / _number(cursor)) - 1
        multiply(cursor, first=first, last=last)
        cursor.execute(_PLENTY)
    connection.close()
    _run(url(size), "VACUUM ANALYZE")
    return last


def _forget_orders(size: str) -> None:
    connection = psycopg2.connect(url(size))
    with connection, connection.cursor() as cursor:
        cursor.execute(_USED)
        cursor.execute(f"TRUNCATE {cursor.fetchall()[0][0]} CASCADE")
        cursor.execute(_PLENTY)
    connection.close()


def _create(size: str, *, template: str) -> None:
    name = f"causeway_bench_{size}"
    _run(SERVER, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _run(SERVER, f"CREATE DATABASE {name} TEMPLATE {template}")


def _comment(size: str) -> str:
    found = _run(
        SERVER,
        f"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = 'causeway_bench_{size}'",
    )
    return found[0][0] or "" if found else ""


def _run(address: str, statement: str) -> list[Any]:
    connection = psycopg2.connect(address)
    connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows


def _number(cursor: Any) -> int:
    return int(cursor.fetchall()[0][0])


def _version() -> str:
    seen = hashlib.sha256()
    for pattern in _MADE_OF:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts and ".venv" not in path.parts:
                seen.update(path.read_bytes())
    return seen.hexdigest()[:16]
