"""The web server of `make run`, once for each database, with the benchmark's application in it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from shop.starter.machine import any_port
from shop.starter.programs import Plan, programs
from tests.benchmarks.client import Client
from tests.benchmarks.databases import DATA, REDIS, ROOT, SIZES, environment

_APPLICATION = "tests.benchmarks.server:application"
_PATIENCE = 240


@contextmanager
def serving() -> Iterator[dict[str, Client]]:
    """A connection to a running server of each size; they are ended in the end."""
    with ExitStack() as stack:
        yield {size: stack.enter_context(_server(size)) for size in SIZES}


@contextmanager
def _server(size: str) -> Iterator[Client]:
    port = any_port()
    plan = Plan(port, any_port(), DATA, REDIS)
    web = next(program for program in programs(plan) if program.name == "web")
    process = subprocess.Popen(
        [*web.command[:-1], _APPLICATION], cwd=ROOT, env={**plan.environment, **environment(size)}
    )
    try:
        yield _connected(port, process)
    finally:
        process.terminate()
        process.wait(60)


def _connected(port: int, process: subprocess.Popen[bytes]) -> Client:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return Client(port)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")
