"""The sandbox's HTTP server: one address for the gateway, the carrier and customs, and the tick that moves their time."""

import logging
import re
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from shop.sandbox import carrier, customs, gateway
from shop.sandbox.post import deliver_due
from shop.sandbox.store import Store
from shop.sandbox.wire import BadRequest, Reply, Request, Route, World, json_reply

_LARGEST_BODY = 8 * 1024 * 1024  # a document for customs, in base64
_log = logging.getLogger(__name__)


class SandboxServer(ThreadingHTTPServer):
    """Serves until `shutdown()`; `world` is what the houses may use."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, *, data: Path, pace: float, secrets: Sequence[str]) -> None:
        super().__init__(("127.0.0.1", port), _Door)
        self.secrets = tuple(secrets)
        base_url = f"http://127.0.0.1:{self.server_address[1]}"
        self.world = World(store=Store(data / "sandbox.sqlite3"), pace=pace, base_url=base_url)

    def deliver(self) -> int:
        """Let waiting parcels go on, and send every due webhook now."""
        carrier.go_on(self.world)
        return deliver_due(self.world.store, self.secrets)


def _tick(server: SandboxServer) -> Reply:
    return json_reply(200, {"delivered": server.deliver()})


_ROUTES: tuple[Route, ...] = (
    ("GET", re.compile(r"/healthz"), lambda _request, _match: json_reply(200, {"status": "ok"})),
    *gateway.ROUTES,
    *carrier.ROUTES,
    *customs.ROUTES,
)


class _Door(BaseHTTPRequestHandler):
    """Finds the route of a request; never lets an error out as anything but an HTTP answer."""

    server: SandboxServer
    protocol_version = "HTTP/1.1"
    server_version = "Sandbox"
    timeout = 30

    def do_GET(self) -> None:  # the name http.server calls
        self._serve()

    def do_POST(self) -> None:
        self._serve()
        # What a call made due goes out at once and not under the caller's wait.
        if urlsplit(self.path).path != "/tick":
            threading.Thread(target=self.server.deliver, daemon=True).start()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        _log.debug(format, *args)

    def _serve(self) -> None:
        try:
            reply = self._answer()
        except BadRequest as error:
            reply = json_reply(400, {"error": str(error)})
        except Exception:
            _log.exception("sandbox failed on %s", self.path)
            reply = json_reply(500, {"error": "internal"})
        self._send(reply)

    def _answer(self) -> Reply:
        parts = urlsplit(self.path)
        body = self._body()
        if (self.command, parts.path) == ("POST", "/tick"):
            return _tick(self.server)
        request = Request(
            method=self.command,
            path=parts.path,
            query=dict(parse_qsl(parts.query)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=body,
            world=self.server.world,
        )
        for method, pattern, handler in _ROUTES:
            match = pattern.fullmatch(parts.path)
            if match and method == self.command:
                return handler(request, match)
        return json_reply(404, {"error": "not_found"})

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > _LARGEST_BODY:
            self.close_connection = True
            raise BadRequest("the body is too long")
        return self.rfile.read(int(length))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)
