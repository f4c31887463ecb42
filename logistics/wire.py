"""Speaks JSON over HTTP with a house outside and turns whatever comes back into an answer or one of the three errors."""

from collections.abc import Mapping, Sequence
from typing import Any

import requests

from localization import clock
from localization.outside import BadSignature, Refused, Unavailable, read_json, verify

_TIMEOUT_SECONDS = (3, 10)
_SIGNATURE = "causeway-signature"
_RETRY_LATER = frozenset({408, 425, 429})


def call(
    method: str, url: str, path: str, *, body: Any = None, headers: Mapping[str, str] | None = None
) -> Any:
    """The JSON answer. Raises Unavailable when none came or a later try may bring one, Refused for a clear no, Misread."""
    try:
        answer = requests.request(method, url + path, json=body, headers=headers, timeout=_TIMEOUT_SECONDS)
    except requests.RequestException as error:
        raise Unavailable(f"{method} {path}: {error}") from error
    if answer.status_code >= 500 or answer.status_code in _RETRY_LATER:
        raise Unavailable(f"{method} {path} answered {answer.status_code}")
    if not answer.ok:
        raise Refused(f"{method} {path} answered {answer.status_code}: {answer.text[:100]}")
    return read_json(answer.content)


def prove(secrets: Sequence[str], headers: Mapping[str, str], body: bytes) -> None:
    """Check the signature over a message's raw body and its age. Raises BadSignature."""
    signature = next((value for name, value in headers.items() if name.lower() == _SIGNATURE), "")
    if not signature:
        raise BadSignature("the message is not signed")
    verify(secrets, signature, body, int(clock.now().timestamp()))
