"""The running shop seen from outside: which processes its starter keeps, and what the payment service holds of it."""

import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import psycopg2

from tests.browser.running_shop import RunningShop

T = TypeVar("T")
MARKS = {"web": "granian", "worker": " worker ", "beat": " beat ", "sandbox": "shop.sandbox"}


def children(pid: int) -> list[int]:
    """Direct children of a process."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def family(pid: int) -> list[int]:
    """A process' children, theirs and so on."""
    return [one for child in children(pid) for one in (child, *family(child))]


def command_of(pid: int) -> str:
    """How a process was started, "" once it has gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def alive(pid: int) -> bool:
    """Runs, and is more than the entry of a dead child."""
    return bool(command_of(pid))


def program(shop: RunningShop, name: str) -> int:
    """The process of one program of the shop: "web", "worker", "beat" or "sandbox"; 0 while it is down."""
    found = [pid for pid in children(shop.process.pid) if MARKS[name] in command_of(pid)]
    return found[0] if found else 0


def kill(shop: RunningShop, name: str) -> int:
    """kill -9 one program with everything it started; answers the pid that is no more."""
    pid = program(shop, name)
    for one in (pid, *family(pid)):
        os.kill(one, signal.SIGKILL)
    return pid


def wait_for(ask: Callable[[], T], *, seconds: float = 180, why: str = "") -> T:
    """What `ask` answers as soon as it is something; AssertionError after so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain: {why}")


def gateway_account(shop: RunningShop) -> list[dict[str, Any]]:
    """Every payment as the payment service itself keeps it: who was charged, how often, how much."""
    with sqlite3.connect(f"file:{shop.data}/sandbox.sqlite3?mode=ro", uri=True) as book:
        return [
            json.loads(row[0]) for row in book.execute("SELECT body FROM document WHERE kind = 'payment'")
        ]


def rows(shop: RunningShop, query: str) -> list[tuple[Any, ...]]:
    """What the shop's own database says, read past the shop."""
    address = shop.environment.get("DATABASE_URL", "")
    if not address:
        with sqlite3.connect(f"file:{shop.data}/db.sqlite3?mode=ro", uri=True, timeout=20) as database:
            return database.execute(query).fetchall()
    connection = psycopg2.connect(address)
    try:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()
    finally:
        connection.close()
