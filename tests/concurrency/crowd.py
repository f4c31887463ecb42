"""Many at once: calls in threads that start on one signal, each with a database connection of its own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

Answer = TypeVar("Answer")
AT_ONCE = 25


def crowd(calls: Sequence[Callable[[], Answer]], at_once: int = AT_ONCE) -> list[Answer | Exception]:
    """What each call answered or raised, in their order; `at_once` of them start at the same instant, in waves."""
    waves = [calls[start : start + at_once] for start in range(0, len(calls), at_once)]
    with ThreadPoolExecutor(at_once) as pool:
        return [answer for wave in waves for answer in pool.map(_start(len(wave)), wave)]


def _start(size: int) -> Callable[[Callable[[], Answer]], Answer | Exception]:
    gate = Barrier(size)

    def run(call: Callable[[], Answer]) -> Answer | Exception:
        try:
            gate.wait(timeout=30)
            return call()
        except Exception as error:  # what a buyer would have got to see
            return error
        finally:
            connections.close_all()

    return run
