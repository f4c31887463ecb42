"""The sandbox carrier: takes parcels over HTTP, gives S10 numbers, and tells of a real journey by signed webhooks."""

import re
import time
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from shop.sandbox import customs
from shop.sandbox.journeys import Stop, at_the_border, crosses_customs, held_at, journey, turned_back
from shop.sandbox.store import Store
from shop.sandbox.wire import Reply, Request, Route, World, json_reply, once

_KIND, _AT_BORDER = "shipment", "at_border"
_HEAVIEST_GRAMS = 30_000
_CHECK_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)  # UPU S10


def book(request: Request, _match: re.Match[str]) -> Reply:
    """Take the order for a parcel; the same Idempotency-Key gives the same parcel."""
    order = request.json()
    problem = _problem(order)
    if problem:
        return json_reply(422, {"error": problem})
    return once(request, lambda: _booked(request.world.store, order))


def hand_over(request: Request, match: re.Match[str]) -> Reply:
    """The parcel is in our hands: its journey begins."""
    store = request.world.store
    with store.lock:
        parcel = store.get(_KIND, match["id"])
        if parcel is None:
            return json_reply(404, {"error": "not_found"})
        if parcel["state"] == "cancelled":
            return json_reply(409, {"error": "cancelled"})
        if parcel["state"] == "booked":
            _set_off(request.world, parcel)
    return _shown(parcel)


def cancel(request: Request, match: re.Match[str]) -> Reply:
    """Call a parcel back that was not handed over yet."""
    store = request.world.store
    with store.lock:
        parcel = store.get(_KIND, match["id"])
        if parcel is None:
            return json_reply(404, {"error": "not_found"})
        if parcel["state"] == "handed_over":
            return json_reply(409, {"error": "handed_over"})
        parcel["state"] = "cancelled"
        store.put(_KIND, parcel["id"], parcel)
    return _shown(parcel)


def events(request: Request, match: re.Match[str]) -> Reply:
    """Everything that happened to a parcel so far."""
    go_on(request.world)
    parcel = request.world.store.get(_KIND, match["id"])
    if parcel is None:
        return json_reply(404, {"error": "not_found"})
    happened = [entry["event"] for entry in parcel["journey"] if entry["at"] <= time.time()]
    return json_reply(200, {"number": parcel["number"], "events": happened})


def go_on(world: World) -> None:
    """Take up the parcels that have come to import customs: on, back or still waiting, as customs stands to them."""
    store = world.store
    with store.lock:
        for waiting in store.all(_AT_BORDER):
            parcel = store.get(_KIND, waiting["id"])
            if parcel is not None and waiting["at"] <= time.time():
                _at_customs(world, parcel, waiting)


def _at_customs(world: World, parcel: dict[str, Any], waiting: dict[str, Any]) -> None:
    verdict = customs.standing(world.store, parcel["number"])
    stops = _way(parcel)
    gate = stops[at_the_border(stops) - 1]
    if verdict == "held" and not waiting["held"]:
        world.store.put(_AT_BORDER, parcel["id"], {**waiting, "held": True})
        _plan(world, parcel, [held_at(gate)], start=time.time())
    if verdict not in {"", "released", "refused"}:
        return
    world.store.drop(_AT_BORDER, parcel["id"])
    start = time.time() if waiting["held"] else waiting["at"]
    onward = stops[at_the_border(stops) :]
    _plan(
        world,
        parcel,
        turned_back(gate, parcel["order"]["sender"]) if verdict == "refused" else onward,
        start=start,
    )


def _booked(store: Store, order: dict[str, Any]) -> Reply:
    parcel: dict[str, Any] = {
        "id": f"sp_{uuid4().hex}",
        "number": _fresh_number(store, order),
        "state": "booked",
        "journey": [],
        "order": order,
    }
    store.put(_KIND, parcel["id"], parcel)
    return _shown(parcel, status=201)


def _shown(parcel: Mapping[str, Any], *, status: int = 200) -> Reply:
    return json_reply(status, {name: parcel[name] for name in ("id", "number", "state")})


def _set_off(world: World, parcel: dict[str, Any]) -> None:
    """Plan the way up to import customs; what comes behind is planned there."""
    stops, start = _way(parcel), time.time()
    border = at_the_border(stops)
    parcel["state"] = "handed_over"
    _plan(world, parcel, stops[:border], start=start)
    if border < len(stops):
        there = {"id": parcel["id"], "at": start + border * world.pace, "held": False}
        world.store.put(_AT_BORDER, parcel["id"], there)


def _way(parcel: Mapping[str, Any]) -> list[Stop]:
    order = parcel["order"]
    return journey(order["sender"], order["recipient"], order.get("faults", ()))


def _plan(world: World, parcel: dict[str, Any], stops: Sequence[Stop], *, start: float) -> None:
    """Plan further stops, a step apart from unix time `start`, and the webhooks that tell of them."""
    first = len(parcel["journey"])
    for step, stop in enumerate(stops):
        at = start + step * world.pace
        event = {"event_id": f"{parcel['id']}-{first + step}", "number": parcel["number"], **stop.at(at)}
        parcel["journey"].append({"at": at, "event": event})
    world.store.put(_KIND, parcel["id"], parcel)
    _tell(world, parcel, first)


def _tell(world: World, parcel: Mapping[str, Any], first: int) -> None:
    """Plan the webhooks; "shuffle" sends every second one late, "duplicate" each twice, "silence" none."""
    order = parcel["order"]
    faults = order.get("faults", ())
    if "silence" in faults or not order.get("webhook_url"):
        return
    for step, entry in enumerate(parcel["journey"][first:], first):
        late = 1.5 * world.pace if "shuffle" in faults and step % 2 == 0 else 0.0
        for copy in range(2 if "duplicate" in faults else 1):
            at = entry["at"] + late + copy * 0.5 * world.pace
            world.store.send_later(at, order["webhook_url"], entry["event"])


def _problem(order: Mapping[str, Any]) -> str:
    """Why this order cannot be taken, or ""."""
    addresses = (order.get("sender"), order.get("recipient"))
    if not all(isinstance(one, dict) and one.get("street") and one.get("country") for one in addresses):
        return "address_incomplete"
    weight, lines = order.get("weight_grams"), order.get("lines")
    if not isinstance(weight, int) or not 0 < weight <= _HEAVIEST_GRAMS:
        return "weight_not_carried"
    if not isinstance(lines, list) or not lines:
        return "nothing_in_the_parcel"
    countries = [one["country"] for one in addresses if one]
    if crosses_customs(*countries) and not all(isinstance(it, dict) and it.get("hs_code") for it in lines):
        return "customs_data_missing"
    return ""


def _fresh_number(store: Store, order: Mapping[str, Any]) -> str:
    """An S10 number nobody had before; express items are EE (EMS), heavy ones CP (parcel), the others LX (tracked)."""
    express = "express" in str(order.get("service", ""))
    prefix = "EE" if express else "CP" if order["weight_grams"] > 2000 else "LX"
    while True:
        serial = f"{uuid4().int % 10**8:08d}"
        number = f"{prefix}{serial}{_check_digit(serial)}{order['sender']['country']}"
        if store.get("number", number) is None:
            store.put("number", number, {})
            return number


def _check_digit(serial: str) -> int:
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(serial, _CHECK_WEIGHTS, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest)


ROUTES: tuple[Route, ...] = (
    ("POST", re.compile(r"/carrier/shipments"), book),
    ("POST", re.compile(r"/carrier/shipments/(?P<id>\w+)/handover"), hand_over),
    ("POST", re.compile(r"/carrier/shipments/(?P<id>\w+)/cancel"), cancel),
    ("GET", re.compile(r"/carrier/shipments/(?P<id>\w+)/events"), events),
)
