"""The sandbox customs: takes declarations over HTTP, asks for documents, decides, and tells of it by signed webhooks.

What it does is steered by words in the consignee's address, best in its second line; several may stand together:

- CUSTOMS HOLD: holds the parcel and asks for the commercial invoice; releases it once that was answered.
- CUSTOMS PROOF: the same, and asks for a proof of payment too.
- CUSTOMS REFUSE: accepts the declaration, then refuses the parcel.
- CUSTOMS REJECT: does not take the declaration at all (422).
- CUSTOMS LATE: says everything five steps later.
- CUSTOMS TWICE: sends each message twice.
- CUSTOMS SHUFFLE: sends the messages in the wrong order.
- CUSTOMS SILENCE: sends no message; whoever asks is told.
- CUSTOMS TIMEOUT: takes the declaration, but the first answer is lost (503).
"""

import json
import re
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from shop.sandbox.store import Store
from shop.sandbox.wire import Reply, Request, Route, World, json_reply, once

_KIND, _OF_PARCEL = "declaration", "clearance"
_LATE_STEPS = 5
_FINAL = ("released", "refused")
_INVOICE = {"code": "invoice", "text": "Commercial invoice with a description and the value of each item"}
_PROOF = {"code": "payment_proof", "text": "Proof of the price paid"}
_WORDS = ("hold", "proof", "refuse", "reject", "late", "twice", "shuffle", "silence", "timeout")


def file(request: Request, _match: re.Match[str]) -> Reply:
    """Take a declaration; the same Idempotency-Key gives the same declaration."""
    filing = request.json()
    words = _words(filing)
    problem = "rejected" if "reject" in words else _problem(filing)
    if problem:
        return json_reply(422, {"error": problem})
    reply = once(request, lambda: _filed(request.world, filing, words))
    return _lost(request, reply) if "timeout" in words else reply


def answer(request: Request, match: re.Match[str]) -> Reply:
    """Take a document that was asked for; with the last one the parcel is released a step later."""
    return once(request, lambda: _answered(request, match["id"]))


def withdraw(request: Request, match: re.Match[str]) -> Reply:
    """Give a declaration back that was not decided yet."""
    store = request.world.store
    with store.lock:
        declaration = store.get(_KIND, match["id"])
        if declaration is None:
            return json_reply(404, {"error": "not_found"})
        if _state(declaration) in _FINAL:
            return json_reply(409, {"error": "decided"})
        declaration["notices"] = _said(declaration)
        declaration["withdrawn"] = True
        store.put(_KIND, declaration["id"], declaration)
    return _shown(declaration)


def show(request: Request, match: re.Match[str]) -> Reply:
    """Everything said of a declaration so far."""
    declaration = request.world.store.get(_KIND, match["id"])
    if declaration is None:
        return json_reply(404, {"error": "not_found"})
    return _shown(declaration)


def standing(store: Store, parcel_number: str) -> str:
    """How customs stands to a parcel: "" when nobody declared it, else filed, accepted, held, released or refused."""
    of_parcel = store.get(_OF_PARCEL, parcel_number)
    declaration = store.get(_KIND, of_parcel["declaration"]) if of_parcel else None
    if declaration is None or declaration.get("withdrawn"):
        return ""
    return _state(declaration)


def _filed(world: World, filing: Mapping[str, Any], words: Sequence[str]) -> Reply:
    declaration: dict[str, Any] = {
        "id": f"sd_{uuid4().hex}",
        "mrn": f"{datetime.now(UTC):%y}{filing['country']}{uuid4().hex[:14].upper()}",
        "words": list(words),
        "notices": [],
        "open": [],
        "webhook_url": filing.get("webhook_url", ""),
    }
    held = "hold" in words or "proof" in words
    asked = [_INVOICE, *([_PROOF] if "proof" in words else [])] if held else []
    verdict = "held" if held else "refused" if "refuse" in words else "released"
    reason = {"held": "documents_required", "refused": "prohibited"}.get(verdict, "")
    declaration["open"] = [one["code"] for one in asked]
    _say(world, declaration, [("accepted", "", []), (verdict, reason, asked)], first=0)
    world.store.put(_OF_PARCEL, str(filing["parcel_number"]), {"declaration": declaration["id"]})
    return _shown(declaration, status=201)


def _answered(request: Request, id: str) -> Reply:  # noqa: A002  # the name on the wire
    store, given = request.world.store, request.json()
    declaration = store.get(_KIND, id)
    if declaration is None:
        return json_reply(404, {"error": "not_found"})
    document = given.get("document")
    if given.get("code") not in declaration["open"] or _state(declaration) != "held":
        return json_reply(409, {"error": "not_asked"})
    if not isinstance(document, dict) or not document.get("content"):
        return json_reply(422, {"error": "document_missing"})
    declaration["open"].remove(given["code"])
    if declaration["open"]:
        store.put(_KIND, id, declaration)
    else:
        _say(request.world, declaration, [("released", "", [])], first=1)
    return _shown(declaration)


def _say(
    world: World, declaration: dict[str, Any], verdicts: Sequence[tuple[str, str, list[Any]]], *, first: int
) -> None:
    """Plan the verdicts, a step apart, the first one `first` steps from now, and the messages that tell of them."""
    words = declaration["words"]
    start = time.time() + (_LATE_STEPS if "late" in words else 0) * world.pace
    planned = []
    for step, (state, reason, asked) in enumerate(verdicts, first):
        sequence = len(declaration["notices"]) + 1
        notice = {
            "event_id": f"{declaration['id']}-{sequence}",
            "declaration": declaration["id"],
            "mrn": declaration["mrn"],
            "sequence": sequence,
            "state": state,
            "reason": reason,
            "asked": asked,
        }
        planned.append({"at": start + step * world.pace, "notice": notice})
        declaration["notices"].append(planned[-1])
    world.store.put(_KIND, declaration["id"], declaration)
    _tell(world, declaration, planned)


def _tell(world: World, declaration: Mapping[str, Any], planned: Sequence[Mapping[str, Any]]) -> None:
    words, url = declaration["words"], declaration["webhook_url"]
    if "silence" in words or not url:
        return
    # In the wrong order nothing is told before it happened: the first verdict is told after the last.
    last = planned[-1]["at"]
    for behind, entry in enumerate(reversed(planned)):
        at = last + behind * 0.5 * world.pace if "shuffle" in words else entry["at"]
        for copy in range(2 if "twice" in words else 1):
            world.store.send_later(at + copy * 0.25 * world.pace, url, entry["notice"])


def _lost(request: Request, reply: Reply) -> Reply:
    """The first answer to a key gets lost on the way, the next one arrives."""
    store, key = request.world.store, request.headers.get("idempotency-key", "")
    if store.get("lost_answer", key) is not None:
        return reply
    store.put("lost_answer", key, {})
    return json_reply(503, {"error": "timeout"})


def _state(declaration: Mapping[str, Any]) -> str:
    said = _said(declaration)
    return str(said[-1]["notice"]["state"]) if said else "filed"


def _said(declaration: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [entry for entry in declaration["notices"] if entry["at"] <= time.time()]


def _shown(declaration: Mapping[str, Any], *, status: int = 200) -> Reply:
    notices = [entry["notice"] for entry in _said(declaration)]
    return json_reply(status, {"id": declaration["id"], "mrn": declaration["mrn"], "notices": notices})


def _problem(filing: Mapping[str, Any]) -> str:
    """Why this declaration cannot be taken, or ""."""
    if not filing.get("parcel_number") or not re.fullmatch(r"[A-Z]{2}", str(filing.get("country"))):
        return "parcel_or_country_missing"
    message = filing.get("message")
    goods = message.get("goods") or message.get("content_pieces") if isinstance(message, dict) else None
    if not isinstance(goods, list) or not all(isinstance(one, dict) and one.get("origin") for one in goods):
        return "goods_missing"
    return ""


def _words(filing: Mapping[str, Any]) -> list[str]:
    """The magic words in what was filed, wherever the data set has the address."""
    text = json.dumps(filing.get("message"), ensure_ascii=False).casefold()
    return [word for word in _WORDS if f"customs {word}" in text]


ROUTES: tuple[Route, ...] = (
    ("POST", re.compile(r"/customs/declarations"), file),
    ("POST", re.compile(r"/customs/declarations/(?P<id>\w+)/answers"), answer),
    ("POST", re.compile(r"/customs/declarations/(?P<id>\w+)/withdrawal"), withdraw),
    ("GET", re.compile(r"/customs/declarations/(?P<id>\w+)"), show),
)
