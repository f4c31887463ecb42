"""The sandbox gateway's own books: what a payment is, what may happen to it, and the events it sends."""

import secrets
import time
from typing import Any

from shop.sandbox.wire import World

Document = dict[str, Any]
_HIDDEN = frozenset({"webhook_url", "return_url", "language", "settles_at", "description"})
_DOUBLE_EVERY = 5
_DOUBLE_AFTER_SECONDS = 5.0
_LATE_STEPS = 4


class Impossible(Exception):  # an answer, not a fault
    """The payment's books forbid it; answered with 422 and the code."""


def load(world: World, id: str) -> Document | None:  # noqa: A002
    """The payment as it is now: one with delayed success settles when its time has come."""
    with world.store.lock:
        payment = world.store.get("payment", id)
        if payment and payment["status"] == "pending" and time.time() >= payment["settles_at"]:
            payment |= {"status": "authorized", "authorized_minor": payment["amount_minor"]}
            world.store.put("payment", id, payment)
        return payment


def save(world: World, payment: Document) -> None:
    """Keep what became of a payment."""
    world.store.put("payment", payment["id"], payment)


def snapshot(payment: Document) -> Document:
    """The payment as the merchant sees it."""
    return {key: value for key, value in payment.items() if key not in _HIDDEN}


def faults(world: World) -> Document:
    """Which faults are switched on, see `POST /gateway/faults`."""
    return world.store.get("fault", "switch") or {"events": "", "answers": ""}


def late(world: World) -> float:
    """When something late happens, in unix time."""
    return time.time() + _LATE_STEPS * world.pace


def announce(world: World, payment: Document, kind: str, *, at: float | None = None) -> None:
    """Have the event sent: now or `at`; now and then twice, and however the fault switch says."""
    event: Document = {
        "event_id": f"evt_{secrets.token_hex(12)}",
        "type": kind,
        "created": int(time.time()),
        "payment": snapshot(payment),
    }
    mood = faults(world)["events"]
    if mood == "lost":
        return
    when = at if at is not None else late(world) if mood == "late" else time.time()
    if mood == "shuffled":
        # Each event waits less than the one before it, so that they arrive in the opposite order.
        when = late(world) - 0.5 * len(world.store.all("event"))
    world.store.put("event", event["event_id"], event)
    world.store.send_later(when, payment["webhook_url"], event)
    if mood == "double" or int(event["event_id"][-2:], 16) % _DOUBLE_EVERY == 0:
        world.store.send_later(when + _DOUBLE_AFTER_SECONDS, payment["webhook_url"], event)


def authorize(payment: Document, card: str) -> None:
    """Hold the whole amount ready for the merchant."""
    payment |= {"status": "authorized", "authorized_minor": payment["amount_minor"], "card_ends": card[-4:]}


def capture(payment: Document, minor: int, reference: str) -> None:
    """Take money that is held. Raises Impossible."""
    if payment["status"] not in {"authorized", "captured"}:
        raise Impossible(f"status_{payment['status']}")
    if not 0 < minor <= _held(payment):
        raise Impossible("amount_too_large")
    payment["captures"].append({"id": f"cap_{secrets.token_hex(8)}", "reference": reference, "minor": minor})
    payment |= {"status": "captured", "captured_minor": payment["captured_minor"] + minor}


def void(payment: Document) -> str:
    """Let held money go; the event to announce, "" when there was nothing to do. Raises Impossible once all was taken."""
    if payment["captured_minor"]:
        return _release(payment)
    if payment["status"] in {"voided", "declined"}:
        return ""
    payment |= {"status": "voided"}
    return "payment.voided"


def _release(payment: Document) -> str:
    """Let go what is held besides what was taken."""
    if not _held(payment) and not payment["released_minor"]:
        raise Impossible("status_captured")
    if not _held(payment):
        return ""
    payment |= {"released_minor": payment["authorized_minor"] - payment["captured_minor"]}
    return "payment.released"


def _held(payment: Document) -> int:
    """What may still be taken."""
    return int(payment["authorized_minor"] - payment["captured_minor"] - payment["released_minor"])


def refund(payment: Document, minor: int, reference: str) -> None:
    """Give taken money back. Raises Impossible."""
    if not 0 < minor <= payment["captured_minor"] - payment["refunded_minor"]:
        raise Impossible("amount_too_large")
    payment["refunds"].append({"id": f"ref_{secrets.token_hex(8)}", "reference": reference, "minor": minor})
    payment |= {"refunded_minor": payment["refunded_minor"] + minor}
