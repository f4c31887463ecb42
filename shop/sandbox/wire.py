"""What the sandbox's houses share on the wire: requests, replies, routes and the idempotency key."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from shop.sandbox.store import Store


@dataclass(frozen=True, kw_only=True)
class World:
    """What a handler may use: the store, the seconds between two steps of a journey, our own address."""

    store: Store
    pace: float
    base_url: str


@dataclass(frozen=True, kw_only=True)
class Request:
    """A request; header names are lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    world: World

    def json(self) -> dict[str, Any]:
        """The body as a JSON object. Raises BadRequest."""
        try:
            document = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise BadRequest("the body is no JSON") from error
        if not isinstance(document, dict):
            raise BadRequest("the body is no JSON object")
        return document

    def form(self) -> dict[str, str]:
        """The body as the fields of an HTML form."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))


@dataclass(frozen=True)
class Reply:
    """An answer."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class BadRequest(Exception):  # the name of the HTTP answer
    """The request cannot be understood: answered with 400."""


Handler = Callable[[Request, re.Match[str]], Reply]
Route = tuple[str, re.Pattern[str], Handler]


def json_reply(status: int, document: Mapping[str, Any]) -> Reply:
    """An answer with a JSON body."""
    return Reply(status, json.dumps(document).encode())


def page_reply(status: int, html: str) -> Reply:
    """An answer with an HTML page that may neither be framed nor run any script."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; form-action *; frame-ancestors 'none'; base-uri 'none'"
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
    }
    return Reply(status, html.encode(), "text/html; charset=utf-8", headers)


def redirect(url: str) -> Reply:
    """Send the browser on, as a GET."""
    return Reply(303, b"", "text/plain", {"Location": url})


def once(request: Request, act: Callable[[], Reply]) -> Reply:
    """The first answer given for this Idempotency-Key; another body under the same key is answered with 409."""
    key = request.headers.get("idempotency-key", "")
    if not key:
        return json_reply(400, {"error": "idempotency_key_missing"})
    digest = hashlib.sha256(request.path.encode() + b"\0" + request.body).hexdigest()
    store = request.world.store
    with store.lock:
        earlier = store.get("answer", key)
        if earlier is None:
            reply = act()
            if reply.status < 500:
                store.put(
                    "answer", key, {"digest": digest, "status": reply.status, "body": reply.body.decode()}
                )
            return reply
    if earlier["digest"] != digest:
        return json_reply(409, {"error": "idempotency_key_reused"})
    return Reply(earlier["status"], earlier["body"].encode())
