"""The sandbox as a real HTTP server on a free port, and payments at every point of their life."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from moneyed import Money

from payments.models import Payment
from payments.services.ask_capture import ask_capture
from payments.services.capture_payment import capture_payment
from payments.services.open_payment import open_payment
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment
from payments.values import Allocation, OpenPayment
from shop.sandbox import cards
from shop.sandbox.server import SandboxServer

SECRET = "sandbox-secret"


class Sandbox:
    """The sandbox as a test drives it: buyers' cards, faults, and its own memory."""

    def __init__(self, server: SandboxServer) -> None:
        self.server = server
        self.url = server.world.base_url

    def pay(self, page_url: str, card: str = cards.APPROVE) -> requests.Response:
        """The buyer types a card number on the hosted page and presses pay."""
        return requests.post(page_url, data={"card": card}, timeout=5, allow_redirects=False)

    def fault(self, **switch: str) -> None:
        """Switch a fault on: events=…, answers=…; nothing switches all off."""
        requests.post(f"{self.url}/gateway/faults", json=switch, timeout=5).raise_for_status()

    def documents(self) -> list[dict[str, Any]]:
        """The payments the gateway knows."""
        return self.server.world.store.all("payment")

    def events(self) -> list[dict[str, Any]]:
        """The events the gateway made, oldest first."""
        return self.server.world.store.all("event")


@pytest.fixture
def sandbox(tmp_path: Path, settings: Any) -> Iterator[Sandbox]:
    """A running sandbox that settings.GATEWAYS points to; its webhooks find no door."""
    server = SandboxServer(0, data=tmp_path, pace=0.0, secrets=[SECRET])
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    options = {
        "url": server.world.base_url,
        "secrets": [SECRET],
        "webhook_base_url": "http://127.0.0.1:9",
    }
    settings.GATEWAYS = {
        "sandbox": {"BACKEND": "payments.gateways.sandbox.SandboxGateway", "OPTIONS": options}
    }
    yield Sandbox(server)
    server.shutdown()
    server.server_close()


def wish(key: str = "order-1", **changes: Any) -> OpenPayment:
    """A payment of EUR 129.90: goods 100.00, duty 9.90, VAT 20.00."""
    fields: dict[str, Any] = {
        "reference": "CW-1001",
        "key": key,
        "amount": Money("129.90", "EUR"),
        "allocations": (
            Allocation("merchant_payable", "merchant:jiangnan", Money("100.00", "EUR")),
            Allocation("duty_payable", "authority:DE:Zoll", Money("9.90", "EUR")),
            Allocation("tax_payable", "authority:DE:IOSS", Money("20.00", "EUR")),
        ),
        "description": "Order CW-1001",
        "language": "de",
        "return_url": "http://shop.test/back",
    }
    return OpenPayment(**{**fields, **changes})


@pytest.fixture
def new_payment(db: None) -> Payment:
    """A payment nobody told the gateway of yet."""
    return Payment.objects.get(pk=open_payment(wish()))


@pytest.fixture
def started(new_payment: Payment, sandbox: Sandbox) -> Payment:
    """A payment whose page is open."""
    start_payment(payment_id=new_payment.pk)
    return fresh(new_payment)


@pytest.fixture
def authorized(started: Payment, sandbox: Sandbox) -> Payment:
    """A payment the buyer authorized."""
    sandbox.pay(page_of(started))
    sync_payment(started.pk)
    return fresh(started)


def fresh(payment: Payment) -> Payment:
    """The payment as the database has it now."""
    return Payment.objects.get(pk=payment.pk)


def page_of(payment: Payment) -> str:
    """The hosted page of a payment's latest attempt."""
    return payment.attempts.filter(kind="open").latest("pk").page_url


@pytest.fixture
def captured(authorized: Payment) -> Payment:
    """A payment whose whole amount was captured."""
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=authorized.amount)
    capture_payment(authorized.pk)
    return fresh(authorized)
