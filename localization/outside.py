"""Talking to the outside: the three ways a provider can fail us, foreign JSON, and the signature of messages."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

_WINDOW_SECONDS = 300


class Unavailable(Exception):  # the three names every adapter raises
    """The outcome is unknown (timeout, 5xx, connection lost): repeat with the same key, or ask."""


class Refused(Exception):
    """A clear no from the other side: repeating changes nothing."""


class Misread(Exception):
    """The other side answered something we do not understand: a person looks at it."""


class BadSignature(Exception):
    """The message is unsigned, wrongly signed, altered or outside its time window: it has no effect."""


def read_json(body: bytes) -> Any:
    """The JSON value of a body. Raises Misread, also for 50,000 brackets or a number of 5,000 digits."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Misread("the body is no JSON we can read") from error


def sign(secret: str, body: bytes, at: int) -> str:
    """The signature header of `body` at unix second `at`: `t=<unix>,v1=<hex HMAC-SHA256 of "{t}.{body}">`."""
    return f"t={at},v1={_digest(secret, body, at)}"


def verify(secrets: Sequence[str], header: str, body: bytes, now: int, window: int = _WINDOW_SECONDS) -> None:
    """Accept a body signed with any of `secrets` within `window` seconds of `now`, else raise BadSignature.

    Several secrets overlap while one is being rotated. Without a configured secret everything is refused.
    """
    usable = [secret for secret in secrets if secret.strip()]
    if not usable:
        raise BadSignature("no secret is configured")
    at, given = _parse(header)
    if abs(now - at) > window:
        raise BadSignature("signed outside the time window")
    # Every secret is compared, so that the time taken says nothing about which one matched.
    matches = [hmac.compare_digest(_digest(secret, body, at), given) for secret in usable]
    if not any(matches):
        raise BadSignature("the signature does not fit the body")


def _digest(secret: str, body: bytes, at: int) -> str:
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def _parse(header: str) -> tuple[int, str]:
    """Time and digest of a header; ASCII digits only, since int() would also take other scripts."""
    parts = dict(part.split("=", 1) for part in header.split(",") if "=" in part)
    at, given = parts.get("t", ""), parts.get("v1", "")
    if not (at.isascii() and at.isdigit() and len(at) <= 12 and given.isascii() and given):
        raise BadSignature("the signature header is malformed")
    return int(at), given
