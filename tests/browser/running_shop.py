"""The whole shop as processes of its own: broker, sandbox, web, worker and beat on a free port and private data."""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg2
import redis
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

from shop.starter.machine import any_port

ROOT = Path(__file__).resolve().parent.parent.parent
_PATIENCE = 300  # a first start prices the whole catalogue; much else may run beside it

_FIRST_NUMBER, _LAST_NUMBER = 1, 15  # what a Redis server has unless told otherwise, but for 0, the usual one
_OURS = "numbers-of-running-shops"
_locks: dict[str, IO[str]] = {}


@dataclass
class RunningShop:
    """A started shop: its address, its data folder and the starter's process."""

    url: str
    data: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a management command beside the running shop, as its operator would."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def stop(self) -> None:
        """Ctrl-C, and wait."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)

    def clear_away(self) -> None:
        """Stop for good, and give back what it had of the servers."""
        self.stop()
        give_back(self.environment)


def start(data: Path, **overrides: str) -> RunningShop:
    """Start a new shop on a free port and wait until it takes traffic."""
    return run(data, _environment(data, overrides))


def run(data: Path, environment: dict[str, str]) -> RunningShop:
    """Start a shop on data that may have been prepared before, and wait until it takes traffic."""
    port = any_port()
    log = (data / "log.txt").open("wb")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run_shop", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    shop = RunningShop(f"http://127.0.0.1:{port}", data, environment, process)
    _wait_until_ready(shop)
    return shop


def _environment(data: Path, overrides: dict[str, str]) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATA", "SECRET_KEY"}}
    environment = {
        **kept,
        "DATA": str(data),
        "DEMO_DISPATCH_SECONDS": "1",
        "SANDBOX_PACE_SECONDS": "0.3",
        "PYTHONUNBUFFERED": "1",
        **overrides,
    }
    if os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = own_database(
            os.environ["DATABASE_URL"], f"shop_{os.getpid()}_{data.name}"
        )
    if os.environ.get("REDIS_URL"):
        environment["REDIS_URL"] = own_redis(os.environ["REDIS_URL"])
    return environment


def own_redis(url: str) -> str:
    """A numbered database of the same server that no other running shop uses: two brokers in one would mix their work.

    Taken is one that is empty or was a test's before, never one with somebody else's data in it.
    """
    server, _, tests_number = url.rpartition("/")
    tests = redis.Redis.from_url(url)
    for number in range(_FIRST_NUMBER, _LAST_NUMBER + 1):
        own = f"{server}/{number}"
        if number == int(tests_number) or not _lock(own):
            continue
        database = redis.Redis.from_url(own)
        if database.dbsize() == 0 or tests.sismember(_OURS, str(number)):
            tests.sadd(_OURS, str(number))
            database.flushdb()
            return own
        _locks.pop(own).close()
    raise AssertionError("every numbered database of the Redis server is in use")


def _lock(address: str) -> bool:
    """Whether this process alone holds the address now; the lock ends with the process at the latest."""
    name = "".join(c if c.isalnum() else "-" for c in address)
    file = (Path(tempfile.gettempdir()) / f"causeway-{name}.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return False
    _locks[address] = file
    return True


def give_back(environment: dict[str, str]) -> None:
    """Empty and free the databases that `own_redis` and `own_database` made for a shop."""
    if environment.get("REDIS_URL"):
        redis.Redis.from_url(environment["REDIS_URL"]).flushdb()
        _locks.pop(environment["REDIS_URL"]).close()
    if environment.get("DATABASE_URL"):
        _drop(os.environ["DATABASE_URL"], environment["DATABASE_URL"].rpartition("/")[2])


def own_database(url: str, name: str) -> str:
    """A fresh PostgreSQL database beside the one the tests use."""
    name = "".join(c if c.isalnum() else "_" for c in name.lower())
    _drop(url, name)
    _say(url, f'CREATE DATABASE "{name}"')
    return f"{url.rpartition('/')[0]}/{name}"


def _drop(url: str, name: str) -> None:
    _say(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _say(url: str, sentence: str) -> None:
    connection = psycopg2.connect(url)
    connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
    with connection.cursor() as cursor:
        cursor.execute(sentence)
    connection.close()


def _wait_until_ready(shop: RunningShop) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if shop.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{shop.url}/readyz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    shop.stop()
    raise AssertionError((shop.data / "log.txt").read_text()[-4000:])
