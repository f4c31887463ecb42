"""The programs of the embedded shape, in the order they start."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from shop.starter.machine import valkey_binary
from shop.starter.processes import Child

QUEUES = "localization,catalog,logistics,payments,orders,shop"


@dataclass(frozen=True)
class Plan:
    """Where the shop answers and keeps its data; `redis_url` empty means the embedded Valkey."""

    port: int
    sandbox_port: int
    data: Path
    redis_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The environment every child shares."""
        site = f"http://127.0.0.1:{self.port}"
        return {
            **os.environ,
            "DATA": str(self.data),
            "SITE_URL": os.environ.get("SITE_URL", site),
            "WEBHOOK_BASE_URL": site,
            "SANDBOX_URL": f"http://127.0.0.1:{self.sandbox_port}",
            "SANDBOX_PORT": str(self.sandbox_port),
            "DEMO_DISPATCH_SECONDS": os.environ.get("DEMO_DISPATCH_SECONDS", "15"),
        }


def valkey(data: Path, socket: Path) -> Child:
    """The broker and cache on a unix socket, keeping what it was given across a crash."""
    command = [
        str(valkey_binary()),
        "--port",
        "0",
        "--unixsocket",
        str(socket),
        "--unixsocketperm",
        "700",
    ]
    return Child("broker", [*command, "--dir", str(data), "--appendonly", "yes", "--loglevel", "warning"])


def programs(plan: Plan) -> list[Child]:
    """Sandbox, web, worker and beat: what runs beside the broker."""
    tool = str(Path(sys.executable).parent)
    celery = [f"{tool}/celery", "-A", "shop", "--quiet"]
    worker = ["worker", "--pool=threads", "-c", "4", "-Q", QUEUES, "--loglevel=warning", "--without-mingle"]
    web = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(plan.port), "--workers", "1"]
    return [
        Child("sandbox", [sys.executable, "-m", "shop.sandbox", "--port", str(plan.sandbox_port)]),
        Child(
            "web",
            [
                f"{tool}/granian",
                *web,
                "--blocking-threads",
                "4",
                "--no-ws",
                "--log-level",
                "warning",
                "shop.wsgi:application",
            ],
        ),
        Child("worker", [*celery, *worker, "--without-gossip"]),
        Child("beat", [*celery, "beat", "--loglevel=warning"]),
    ]
