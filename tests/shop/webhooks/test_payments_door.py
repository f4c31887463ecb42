"""The door gateways knock at: the right status for everything that can come, and never a 5xx."""

import json
import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from localization.outside import sign
from payments.models import Notification

pytestmark = pytest.mark.django_db

_SECRET = "door-secret"
_EVENT = {"event_id": "evt_1", "type": "payout.created"}


@pytest.fixture(autouse=True)
def _gateways(settings: Any) -> None:
    options = {"url": "http://127.0.0.1:9", "secrets": [_SECRET], "webhook_base_url": "http://x"}
    settings.GATEWAYS = {
        "sandbox": {"BACKEND": "payments.gateways.sandbox.SandboxGateway", "OPTIONS": options}
    }


def _knock(client: Client, body: bytes, *, door: str = "sandbox", secret: str = _SECRET) -> int:
    return client.post(
        f"/webhooks/payments/{door}/",
        body,
        content_type="application/json",
        headers={"Causeway-Signature": sign(secret, body, int(time.time()))},
    ).status_code


def test_a_genuine_message_is_taken_without_a_csrf_token() -> None:
    assert _knock(Client(enforce_csrf_checks=True), json.dumps(_EVENT).encode()) == 200
    assert Notification.objects.get().event_id == "evt_1"


def test_the_same_message_is_taken_again(client: Client) -> None:
    body = json.dumps(_EVENT).encode()

    assert [_knock(client, body) for _copy in range(3)] == [200] * 3
    assert Notification.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "knock", "status"),
    [
        (b"{}", {"door": "unknown"}, 404),
        (b"{}", {"secret": "forged"}, 400),
        (b"[" * 50_000 + b"]" * 50_000, {}, 400),
        (b"\x00\xff", {}, 400),
        (b"x" * (256 * 1024 + 1), {}, 413),
    ],
)
def test_everything_else_has_its_status(
    client: Client, body: bytes, knock: dict[str, str], status: int
) -> None:
    assert _knock(client, body, **knock) == status
    assert Notification.objects.count() == 0


def test_a_body_of_the_longest_size_is_read(client: Client) -> None:
    body = json.dumps({**_EVENT, "filler": ""}).encode()
    body = json.dumps({**_EVENT, "filler": "x" * (256 * 1024 - len(body))}).encode()

    assert len(body) == 256 * 1024
    assert _knock(client, body) == 200


def test_a_message_without_a_signature_is_refused(client: Client) -> None:
    answer = client.post("/webhooks/payments/sandbox/", b"{}", content_type="application/json")

    assert answer.status_code == 400


def test_only_post_is_a_knock(client: Client) -> None:
    assert client.get(reverse("webhooks:payments", args=["sandbox"])).status_code == 405
