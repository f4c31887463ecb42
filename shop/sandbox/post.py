"""The sandbox's postman: delivers due webhooks, signed, and comes back when nobody took one."""

import time
from collections.abc import Sequence

import requests

from localization.outside import sign
from shop.sandbox.store import Message, Store

_MOST_TRIES = 12
_LONGEST_WAIT_SECONDS = 60.0


def deliver_due(store: Store, secrets: Sequence[str]) -> int:
    """Deliver every message whose time has come; returns how many were taken (answered with 2xx)."""
    return sum(_deliver(store, message, secrets[0]) for message in store.due(time.time()))


def _deliver(store: Store, message: Message, secret: str) -> bool:
    taken = _post(message, secret)
    if taken or message.tries + 1 >= _MOST_TRIES:
        store.done(message.id)
    else:
        store.again(message.id, time.time() + min(2.0**message.tries, _LONGEST_WAIT_SECONDS))
    return taken


def _post(message: Message, secret: str) -> bool:
    """A door that is shut, slow or answers anything but 2xx did not take the message."""
    headers = {
        "Content-Type": "application/json",
        "Causeway-Signature": sign(secret, message.body, int(time.time())),
    }
    try:
        answer = requests.post(
            message.url, data=message.body, headers=headers, timeout=(3, 10), allow_redirects=False
        )
    except requests.RequestException:
        return False
    return 200 <= answer.status_code < 300
