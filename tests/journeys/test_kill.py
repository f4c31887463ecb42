"""kill -9 in the middle of a purchase: it reaches its end by itself, nothing is lost and nothing is charged twice."""

import os
import signal

import pytest
import requests

from tests.browser.running_shop import RunningShop
from tests.journeys.processes import alive, gateway_account, kill, program, rows, wait_for
from tests.journeys.quick_buyer import QuickBuyer

_BOUND_SECONDS = 180


@pytest.fixture
def buyer(frail_shop: RunningShop) -> QuickBuyer:
    wait_for(lambda: program(frail_shop, "worker"), why="a worker")
    wait_for(lambda: _answers(frail_shop), seconds=_BOUND_SECONDS, why="the web answers")
    buyer = QuickBuyer(frail_shop.url)
    buyer.prepare()
    return buyer


def order_state(shop: RunningShop, token: str) -> str:
    return str(rows(shop, f"SELECT state FROM orders_order WHERE token = '{token}'")[0][0])


def payment_of(shop: RunningShop, token: str) -> tuple[str, str]:
    """Our own state of the payment, and the order's number as the payment service knows it."""
    query = (
        "SELECT p.state, o.number FROM payments_payment p JOIN orders_orderpayment l ON l.payment_id = p.id "
        f"JOIN orders_order o ON o.id = l.order_id WHERE o.token = '{token}'"
    )
    found = rows(shop, query)
    assert len(found) == 1
    return found[0][0], found[0][1]


def charged(shop: RunningShop, number: str) -> list[tuple[int, int, int]]:
    """What the payment service took for an order: (times, in all, agreed), one row per payment it knows."""
    return [
        (len(one["captures"]), one["captured_minor"], one["amount_minor"])
        for one in gateway_account(shop)
        if number in one["reference"] + one["description"]
    ]


def stock(shop: RunningShop, variant: int) -> tuple[int, int]:
    """(on hand, held)"""
    query = f"SELECT SUM(on_hand), SUM(held) FROM catalog_stocklevel WHERE variant_id = {variant}"
    on_hand, held = rows(shop, query)[0]
    return int(on_hand), int(held)


def ends_well(shop: RunningShop, buyer: QuickBuyer, before: tuple[int, int]) -> None:
    """Delivered by itself, charged once, one piece gone from stock, nothing held, the books proved."""
    wait_for(
        lambda: order_state(shop, buyer.token) == "delivered",
        seconds=_BOUND_SECONDS,
        why=f"delivery, it is {order_state(shop, buyer.token)}",
    )
    wait_for(
        lambda: payment_of(shop, buyer.token)[0] == "captured",
        seconds=_BOUND_SECONDS,
        why="the capture, which may come after a quick parcel",
    )
    [(times, taken, agreed)] = charged(shop, payment_of(shop, buyer.token)[1])
    assert (times, taken) == (1, agreed)
    assert stock(shop, buyer.variant) == (before[0] - 1, before[1])
    proof = shop.command("prove_books")
    assert proof.returncode == 0, proof.stdout + proof.stderr


def web_is_back(shop: RunningShop, dead: int) -> None:
    wait_for(lambda: program(shop, "web") not in {0, dead}, why="the web again")
    wait_for(lambda: _answers(shop), why="the web answers")


def _answers(shop: RunningShop) -> bool:
    try:
        return requests.get(f"{shop.url}/readyz", timeout=5).ok
    except requests.ConnectionError:
        return False


def test_web_killed_after_an_order_was_placed(frail_shop, buyer):
    before = stock(frail_shop, buyer.variant)
    token = buyer.place()
    dead = kill(frail_shop, "web")
    assert not _answers(frail_shop)
    assert order_state(frail_shop, token) == "awaiting_payment"
    web_is_back(frail_shop, dead)
    assert buyer.place() == token
    buyer.pay()
    ends_well(frail_shop, buyer, before)


def test_web_and_worker_killed_while_the_payment_is_told(frail_shop, buyer):
    before = stock(frail_shop, buyer.variant)
    buyer.place()
    os.kill(program(frail_shop, "worker"), signal.SIGSTOP)
    buyer.pay()
    told = "SELECT COUNT(*) FROM payments_notification"
    wait_for(lambda: rows(frail_shop, told)[0][0] > 0, why="the notification")
    worker, web = kill(frail_shop, "worker"), kill(frail_shop, "web")
    assert order_state(frail_shop, buyer.token) == "awaiting_payment"
    wait_for(lambda: not alive(worker), why="the end of the worker")
    web_is_back(frail_shop, web)
    ends_well(frail_shop, buyer, before)


def test_worker_killed_while_it_takes_the_money(frail_shop, buyer):
    before = stock(frail_shop, buyer.variant)
    buyer.place()
    buyer.pay()
    faults = f"{_sandbox(frail_shop)}/gateway/faults"
    wait_for(lambda: order_state(frail_shop, buyer.token) == "confirmed", why="confirmation")
    requests.post(faults, json={"answers": "lost", "events": "lost"}, timeout=5)
    try:
        number = payment_of(frail_shop, buyer.token)[1]
        wait_for(lambda: charged(frail_shop, number)[0][0] == 1, why="the capture at the gateway")
        kill(frail_shop, "worker")
        assert payment_of(frail_shop, buyer.token)[0] == "capture_asked"
    finally:
        requests.post(faults, json={"answers": "", "events": ""}, timeout=5)
    ends_well(frail_shop, buyer, before)


def test_worker_killed_while_the_parcel_is_on_its_way(frail_shop, buyer):
    before = stock(frail_shop, buyer.variant)
    buyer.place()
    buyer.pay()
    seen = "SELECT COUNT(*) FROM logistics_trackingevent"
    earlier = rows(frail_shop, seen)[0][0]
    wait_for(lambda: rows(frail_shop, seen)[0][0] > earlier, why="the first scan", seconds=90)
    dead = kill(frail_shop, "worker")
    assert order_state(frail_shop, buyer.token) in {"confirmed", "dispatched"}
    wait_for(lambda: program(frail_shop, "worker") not in {0, dead}, why="a new worker")
    ends_well(frail_shop, buyer, before)
    tracked = requests.get(f"{frail_shop.url}/api/v1/tracking/{buyer.token}/", timeout=10).json()
    codes = [event["code"] for event in tracked["parcels"][0]["timeline"]]
    assert codes[-1] == "delivered"
    assert len(
        {(event["at"], event["code"], event["text"]) for event in tracked["parcels"][0]["timeline"]}
    ) == len(codes)


def _sandbox(shop: RunningShop) -> str:
    """Where the payment service answers, read from the web's own environment."""
    pid = wait_for(lambda: program(shop, "sandbox"), why="the sandbox")
    with open(f"/proc/{pid}/environ") as environ:
        named = dict(pair.split("=", 1) for pair in environ.read().split("\0") if "=" in pair)
    return named["SANDBOX_URL"]
