"""The sandbox gateway: a payment provider's API with idempotency keys, and its hosted payment page."""

import re
import secrets
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from shop.sandbox import account, pages
from shop.sandbox.account import Document, Impossible
from shop.sandbox.cards import BEHAVIOUR, card_number
from shop.sandbox.wire import BadRequest, Reply, Request, Route, json_reply, once, page_reply, redirect

_CURRENCY = re.compile(r"[A-Z]{3}")
_LARGEST_MINOR = 10**12
_TEXTS = ("reference", "description", "language", "return_url", "webhook_url")


def _create(request: Request, _match: re.Match[str]) -> Reply:
    return _faulty(request, lambda: once(request, lambda: _created(request)))


def _created(request: Request) -> Reply:
    asked = request.json()
    payment: Document = {
        "id": f"gp_{secrets.token_hex(16)}",
        "status": "open",
        "amount_minor": _minor(asked),
        "currency": str(asked.get("currency", "")),
        **{name: str(asked.get(name, ""))[:500] for name in _TEXTS},
        "authorized_minor": 0,
        "captured_minor": 0,
        "released_minor": 0,
        "refunded_minor": 0,
        "captures": [],
        "refunds": [],
    }
    if not _CURRENCY.fullmatch(payment["currency"]):
        return json_reply(422, {"error": "currency"})
    payment["page_url"] = f"{request.world.base_url}/gateway/pay/{payment['id']}"
    account.save(request.world, payment)
    return json_reply(201, account.snapshot(payment))


def _minor(asked: Document) -> int:
    minor = asked.get("amount_minor")
    if type(minor) is not int or not 0 < minor <= _LARGEST_MINOR:
        raise BadRequest("amount_minor")
    return minor


def _show(request: Request, match: re.Match[str]) -> Reply:
    payment = account.load(request.world, match["id"])
    answer = json_reply(404, {"error": "not_found"}) if payment is None else _shown(payment)
    return _faulty(request, lambda: answer)


def _shown(payment: Document) -> Reply:
    return json_reply(200, account.snapshot(payment))


def _capture(request: Request, match: re.Match[str]) -> Reply:
    def act(payment: Document) -> str:
        asked = request.json()
        account.capture(payment, _minor(asked), str(asked.get("reference", "")))
        return "payment.captured"

    return _change(request, match["id"], act)


def _void(request: Request, match: re.Match[str]) -> Reply:
    return _change(request, match["id"], account.void)


def _refund(request: Request, match: re.Match[str]) -> Reply:
    def act(payment: Document) -> str:
        asked = request.json()
        account.refund(payment, _minor(asked), str(asked.get("reference", "")))
        return "payment.refunded"

    return _change(request, match["id"], act)


def _change(request: Request, id: str, act: Callable[[Document], str]) -> Reply:  # noqa: A002
    """Change a payment once per key and announce it; `act` names the event, "" for none."""

    def changed() -> Reply:
        payment = account.load(request.world, id)
        if payment is None:
            return json_reply(404, {"error": "not_found"})
        try:
            kind = act(payment)
        except Impossible as error:
            return json_reply(422, {"error": str(error)})
        account.save(request.world, payment)
        if kind:
            account.announce(request.world, payment, kind)
        return _shown(payment)

    return _faulty(request, lambda: once(request, changed))


def _faulty(request: Request, act: Callable[[], Reply]) -> Reply:
    """Answer as the fault switch says: "500" does nothing, "lost" does it and then times out, "garbage" lies."""
    mood = account.faults(request.world)["answers"]
    if mood == "500":
        return json_reply(500, {"error": "internal"})
    reply = act()
    if mood == "lost":
        return json_reply(504, {"error": "timeout"})
    return Reply(200, b"<html>maintenance</html>", "text/html") if mood == "garbage" else reply


def _switch(request: Request, _match: re.Match[str]) -> Reply:
    wanted = request.json()
    switch = {name: str(wanted.get(name, "")) for name in ("events", "answers")}
    request.world.store.put("fault", "switch", switch)
    return json_reply(200, switch)


def _page(request: Request, match: re.Match[str]) -> Reply:
    payment = account.load(request.world, match["id"])
    if payment is None:
        return page_reply(404, pages.missing())
    payment["language"] = request.query.get("lang") or payment["language"]
    if payment["status"] == "challenge":
        return page_reply(200, pages.challenge(payment))
    if payment["status"] != "open":
        return page_reply(200, pages.closed(payment, _back(payment)))
    return page_reply(200, pages.card_form(payment, _back(payment)))


def _pay(request: Request, match: re.Match[str]) -> Reply:
    """The buyer pressed pay: what happens is the test card's to say. The card number goes no further than here."""
    world = request.world
    with world.store.lock:
        payment = account.load(world, match["id"])
        if payment is None or payment["status"] != "open":
            return _page(request, match)
        number = card_number(request.form())
        behave = BEHAVIOUR.get(number)
        if behave is None:
            return page_reply(422, pages.card_form(payment, _back(payment), error="unknown_card"))
        outcome = behave(world, payment, number)
        account.save(world, payment)
    if outcome == "gone":
        return page_reply(504, pages.gone(payment, _back(payment)))
    return redirect(payment["page_url"] if outcome == "stay" else _back(payment))


def _answer_challenge(request: Request, match: re.Match[str]) -> Reply:
    world = request.world
    with world.store.lock:
        payment = account.load(world, match["id"])
        if payment is None or payment["status"] != "challenge":
            return _page(request, match)
        if request.form().get("answer") == "approve":
            account.authorize(payment, payment["card_ends"])
        else:
            payment["status"] = "declined"
        account.save(world, payment)
        account.announce(world, payment, f"payment.{payment['status']}")
    declined = payment["status"] == "declined"
    return redirect(payment["page_url"] if declined else _back(payment))


def _back(payment: Document) -> str:
    """Where the buyer returns to; what it says about the payment is never to be trusted by the shop."""
    parts = urlsplit(payment["return_url"])
    query = urlencode([*parse_qsl(parts.query), ("payment", "returned")])
    return urlunsplit(parts._replace(query=query))


_ID = r"(?P<id>gp_[0-9a-f]{32})"
ROUTES: tuple[Route, ...] = (
    ("POST", re.compile(r"/gateway/payments"), _create),
    ("GET", re.compile(rf"/gateway/payments/{_ID}"), _show),
    ("POST", re.compile(rf"/gateway/payments/{_ID}/capture"), _capture),
    ("POST", re.compile(rf"/gateway/payments/{_ID}/void"), _void),
    ("POST", re.compile(rf"/gateway/payments/{_ID}/refunds"), _refund),
    ("POST", re.compile(r"/gateway/faults"), _switch),
    ("GET", re.compile(rf"/gateway/pay/{_ID}"), _page),
    ("POST", re.compile(rf"/gateway/pay/{_ID}"), _pay),
    ("POST", re.compile(rf"/gateway/pay/{_ID}/challenge"), _answer_challenge),
)
