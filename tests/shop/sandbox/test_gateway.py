"""The sandbox gateway over HTTP: keys, test cards, pages in six languages, and webhooks with all their faults."""

import http.server
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from localization.outside import verify
from shop.sandbox import cards
from shop.sandbox.server import SandboxServer

_SECRET = "shared"


class _Shop(http.server.BaseHTTPRequestHandler):
    """A shop's door that keeps what it was told, and answers what it is told to."""

    heard: list[tuple[str, bytes]]
    answer: int

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.heard.append((self.headers["Causeway-Signature"], body))
        self.send_response(type(self).answer)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Tests read what was heard."""


@pytest.fixture
def shop() -> Iterator[type[_Shop]]:
    door = type("Door", (_Shop,), {"heard": [], "answer": 200})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), door)
    door.url = f"http://127.0.0.1:{server.server_address[1]}/"  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield door
    server.shutdown()
    server.server_close()


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[SandboxServer]:
    server = SandboxServer(0, data=tmp_path, pace=0.0, secrets=[_SECRET])
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


Open = Callable[..., dict[str, Any]]


@pytest.fixture
def opened(gateway: SandboxServer, shop: Any) -> Open:
    def act(key: str = "k1", status: int = 201, **changes: Any) -> dict[str, Any]:
        body = {
            "amount_minor": 12990,
            "currency": "EUR",
            "reference": "CW-1",
            "description": "Order CW-1",
            "language": "en",
            "return_url": "http://shop.test/back?order=1",
            "webhook_url": shop.url,
            **changes,
        }
        answer = requests.post(
            f"{gateway.world.base_url}/gateway/payments",
            json=body,
            headers={"Idempotency-Key": key},
            timeout=5,
        )
        assert answer.status_code == status
        return dict(answer.json())

    return act


def _pay(payment: dict[str, Any], card: str) -> requests.Response:
    return requests.post(payment["page_url"], data={"card": card}, timeout=5, allow_redirects=False)


def _status(gateway: SandboxServer, payment: dict[str, Any]) -> str:
    answer = requests.get(f"{gateway.world.base_url}/gateway/payments/{payment['id']}", timeout=5)
    return str(answer.json()["status"])


def _heard(shop: Any, count: int) -> list[dict[str, Any]]:
    """What the shop was told, once it was told `count` things (or five seconds went by)."""
    until = time.monotonic() + 5
    while len(shop.heard) < count and time.monotonic() < until:
        time.sleep(0.02)
    return [json.loads(body) for _signature, body in shop.heard]


def test_one_key_is_one_payment_and_another_body_is_refused(opened: Open, gateway: SandboxServer) -> None:
    assert opened("k1")["id"] == opened("k1")["id"]
    assert opened("k1", status=409, amount_minor=1) == {"error": "idempotency_key_reused"}
    assert len(gateway.world.store.all("payment")) == 1


@pytest.mark.parametrize("minor", [0, -1, 1.5, "100", True, None, 10**13])
def test_amounts_are_whole_and_positive(opened: Open, minor: Any) -> None:
    assert opened(status=400, amount_minor=minor) == {"error": "amount_minor"}


def test_an_approved_card_returns_to_the_shop_which_is_told_by_a_signed_message(
    opened: Open, gateway: SandboxServer, shop: Any
) -> None:
    answer = _pay(opened(), "4242 4242 4242 4242")

    assert answer.status_code == 303
    assert answer.headers["Location"] == "http://shop.test/back?order=1&payment=returned"
    event = _heard(shop, 1)[0]
    assert (event["type"], event["payment"]["authorized_minor"]) == ("payment.authorized", 12990)
    signature, body = shop.heard[0]
    verify([_SECRET], signature, body, int(time.time()))


def test_digits_of_any_script_are_digits(opened: Open, gateway: SandboxServer) -> None:
    payment = opened()
    _pay(payment, "٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢")

    assert _status(gateway, payment) == "authorized"


def test_the_card_number_stays_on_the_page(opened: Open, gateway: SandboxServer, tmp_path: Path) -> None:
    _pay(opened(), cards.APPROVE)

    for kind in ("payment", "event", "answer"):
        assert cards.APPROVE not in json.dumps(gateway.world.store.all(kind))


@pytest.mark.parametrize(("answer", "status"), [("approve", "authorized"), ("fail", "declined")])
def test_the_bank_asks_in_between(opened: Open, gateway: SandboxServer, answer: str, status: str) -> None:
    payment = opened()
    _pay(payment, cards.CHALLENGE)
    asked = requests.get(payment["page_url"], timeout=5).text
    requests.post(
        f"{payment['page_url']}/challenge", data={"answer": answer}, timeout=5, allow_redirects=False
    )

    assert "Is it you?" in asked
    assert _status(gateway, payment) == status


def test_a_declined_card_leads_back_to_the_shop(opened: Open, gateway: SandboxServer) -> None:
    payment = opened()
    _pay(payment, cards.DECLINE)
    page = requests.get(payment["page_url"], timeout=5).text

    assert _status(gateway, payment) == "declined"
    assert 'href="http://shop.test/back?order=1&amp;payment=returned"' in page


def test_a_timeout_after_the_charge_shows_the_buyer_an_error(opened: Open, gateway: SandboxServer) -> None:
    payment = opened()
    answer = _pay(payment, cards.TIMEOUT)

    assert answer.status_code == 504
    assert "Do not pay again yet" in answer.text
    assert _status(gateway, payment) == "authorized"


def test_delayed_success_is_pending_first(opened: Open, gateway: SandboxServer) -> None:
    object.__setattr__(gateway.world, "pace", 60.0)
    payment = opened()
    _pay(payment, cards.DELAYED)
    document = gateway.world.store.get("payment", payment["id"]) or {}
    pending = _status(gateway, payment)
    gateway.world.store.put("payment", payment["id"], {**document, "settles_at": time.time()})

    assert pending == "pending"
    assert _status(gateway, payment) == "authorized"


def test_an_unknown_card_is_said_and_charges_nothing(opened: Open, gateway: SandboxServer) -> None:
    payment = opened()
    answer = _pay(payment, "5555555555554444")

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "5555" not in answer.text
    assert _status(gateway, payment) == "open"


def test_paying_twice_charges_once(opened: Open, gateway: SandboxServer, shop: Any) -> None:
    payment = opened()
    _pay(payment, cards.APPROVE)
    second = _pay(payment, cards.DECLINE)

    assert second.status_code == 200
    assert _status(gateway, payment) == "authorized"


@pytest.mark.parametrize(
    ("language", "direction", "said"),
    [
        ("en", "ltr", "Pay Causeway"),
        ("de", "ltr", "An Causeway zahlen"),
        ("fr", "ltr", "Payer Causeway"),
        ("ja", "ltr", "カード番号"),
        ("zh-hans", "ltr", "卡号"),
        ("ar", "rtl", "رقم البطاقة"),
    ],
)
def test_the_page_speaks_the_buyer_s_language(opened: Open, language: str, direction: str, said: str) -> None:
    page = requests.get(opened(language=language)["page_url"], timeout=5).text

    assert said in page
    assert f'dir="{direction}"' in page
    assert page.count("4000 0000 0000") == 3


def test_the_language_can_be_switched_and_nothing_runs_scripts(opened: Open) -> None:
    answer = requests.get(opened(description="<script>x</script>")["page_url"] + "?lang=fr", timeout=5)

    assert "Numéro de carte" in answer.text
    assert "<script" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_yen_are_shown_without_cents(opened: Open) -> None:
    page = requests.get(opened(currency="JPY", amount_minor=1500)["page_url"], timeout=5).text

    assert "¥1,500<" in page


def test_a_shut_door_is_knocked_at_again(opened: Open, gateway: SandboxServer, shop: Any) -> None:
    shop.answer = 503
    _pay(opened(), cards.APPROVE)
    _heard(shop, 1)
    shop.answer = 200
    until = time.monotonic() + 5
    while len(shop.heard) < 2 and time.monotonic() < until:
        requests.post(f"{gateway.world.base_url}/tick", timeout=5)
        time.sleep(0.1)

    assert shop.heard[0][1] == shop.heard[1][1]


def _fault(gateway: SandboxServer, **switch: str) -> None:
    requests.post(f"{gateway.world.base_url}/gateway/faults", json=switch, timeout=5)


def test_events_can_be_lost(opened: Open, gateway: SandboxServer, shop: Any) -> None:
    _fault(gateway, events="lost")
    _pay(opened(), cards.APPROVE)
    gateway.deliver()

    assert gateway.world.store.due(time.time() + 999) == []
    assert shop.heard == []


def test_events_can_come_twice(opened: Open, gateway: SandboxServer, shop: Any) -> None:
    _fault(gateway, events="double")
    _pay(opened(), cards.APPROVE)
    _heard(shop, 1)

    assert [json.loads(message.body) for message in gateway.world.store.due(time.time() + 6)][-1:] == _heard(
        shop, 1
    )


@pytest.mark.parametrize(
    "path", ["/gateway/payments/gp_1", "/gateway/pay/../x", "/nothing", "/gateway/payments"]
)
def test_unknown_paths_are_not_found(gateway: SandboxServer, path: str) -> None:
    assert requests.get(gateway.world.base_url + path, timeout=5).status_code == 404


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 50_000])
def test_rubbish_is_a_bad_request(gateway: SandboxServer, body: bytes) -> None:
    answer = requests.post(
        f"{gateway.world.base_url}/gateway/payments",
        data=body,
        headers={"Idempotency-Key": "k"},
        timeout=5,
    )

    assert answer.status_code == 400
