"""Starts the sandbox: `python -m shop.sandbox [--port N] [--data DIR] [--pace SECONDS] [--secret S]...`."""

import argparse
import os
import signal
import threading
from pathlib import Path

from shop.sandbox.server import SandboxServer


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m shop.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("SANDBOX_PORT", "8090")))
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATA", "var")))
    parser.add_argument(
        "--pace",
        type=float,
        default=float(os.environ.get("SANDBOX_PACE_SECONDS", "6")),
        help="seconds between two steps of a journey",
    )
    parser.add_argument(
        "--secret", action="append", help="what webhooks are signed with; the first of several is used"
    )
    return parser.parse_args()


def main() -> None:
    """Serve until SIGTERM or Ctrl-C."""
    arguments = _arguments()
    secrets = arguments.secret or os.environ.get("SANDBOX_SECRETS", "embedded-sandbox").split(",")
    server = SandboxServer(arguments.port, data=arguments.data, pace=arguments.pace, secrets=secrets)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"sandbox on {server.world.base_url}", flush=True)  # noqa: T201  # the supervisor shows it
    server.serve_forever()
    server.server_close()
    server.world.store.close()


if __name__ == "__main__":
    main()
