"""The whole shop as processes of its own: broker, sandbox, web, worker and beat on a free port and private data."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import redis
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

from shop.starter.machine import any_port

ROOT = Path(__file__).resolve().parent.parent.parent
_PATIENCE = 300  # a first start prices the whole catalogue; much else may run beside it

# Databases 0 to 15 is what a Redis server has unless told otherwise; the tests themselves use one more.
_FIRST_SHOP, _LAST_SHOP, _CLAIM_SECONDS = 1, 15, 900


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
        """Stop for good: on PostgreSQL the shop's own database goes too."""
        self.stop()
        if os.environ.get("REDIS_URL"):
            number = self.environment["REDIS_URL"].rpartition("/")[2]
            redis.Redis.from_url(os.environ["REDIS_URL"]).delete(f"running-shop-{number}")
        own = self.environment.get("DATABASE_URL", "")
        if own:
            _say(
                os.environ["DATABASE_URL"], f'DROP DATABASE IF EXISTS "{own.rpartition("/")[2]}" WITH (FORCE)'
            )


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

    The claim lies in the tests' own database and runs out by itself.
    """
    server, _, ours = url.rpartition("/")
    claims = redis.Redis.from_url(url)
    for number in range(_FIRST_SHOP, _LAST_SHOP + 1):
        if number != int(ours) and claims.set(
            f"running-shop-{number}", os.getpid(), nx=True, ex=_CLAIM_SECONDS
        ):
            redis.Redis.from_url(f"{server}/{number}").flushdb()
            return f"{server}/{number}"
    raise AssertionError("every numbered database of the Redis server is claimed by a running shop")


def own_database(url: str, name: str) -> str:
    """A fresh PostgreSQL database beside the one the tests use."""
    name = "".join(c if c.isalnum() else "_" for c in name.lower())
    _say(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _say(url, f'CREATE DATABASE "{name}"')
    return f"{url.rpartition('/')[0]}/{name}"


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
