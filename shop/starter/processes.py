"""Keeps child processes alive: a dead one is started again, Ctrl-C ends all."""

import os
import signal
import subprocess  # our own programs, no shell
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

_FASTEST_RESTART = 1.0
_PATIENCE = 8.0


@dataclass
class Child:
    """One program that is to run as long as the shop does."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = field(default=0.0)

    def start(self, environment: Mapping[str, str]) -> None:
        """Run the program in a session of its own, so that Ctrl-C reaches only the starter."""
        self.process = subprocess.Popen(self.command, env=dict(environment), start_new_session=True)  # noqa: S603
        self.started = time.monotonic()

    @property
    def dead(self) -> bool:
        return self.process is None or self.process.poll() is not None


class Supervisor:
    """Runs children until it is told to stop."""

    def __init__(self, children: Sequence[Child], environment: Mapping[str, str]) -> None:
        self.children = children
        self.environment = environment
        self.stopping = False

    def run(self) -> None:
        """Start every child and restart whichever dies, until SIGINT or SIGTERM."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        try:
            while not self.stopping:
                self._revive()
                time.sleep(0.2)
        finally:
            self._end_all()

    def _revive(self) -> None:
        for child in self.children:
            if child.dead and time.monotonic() - child.started > _FASTEST_RESTART:
                if child.process is not None:
                    sys.stderr.write(f"{child.name} ended ({child.process.returncode}); starting it again.\n")
                child.start(self.environment)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _end_all(self) -> None:
        """Ask every child to end, in reverse order of start; the broker goes last. Whoever does not is killed."""
        for child in reversed(self.children):
            if child.process and not child.dead:
                os.killpg(child.process.pid, signal.SIGTERM)
        deadline = time.monotonic() + _PATIENCE
        for child in reversed(self.children):
            if child.process:
                try:
                    child.process.wait(max(0.1, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    os.killpg(child.process.pid, signal.SIGKILL)
