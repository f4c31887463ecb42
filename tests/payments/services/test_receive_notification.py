"""Taking messages in: only genuine ones, each once, and nothing that is sent can make us fall over."""

import json
import time
from typing import Any

import pytest

from localization.outside import sign
from payments.models import Notification
from payments.refusals import BadNotification, NoSuchGateway
from payments.services.receive_notification import receive_notification
from tests.payments.conftest import SECRET, Sandbox

pytestmark = pytest.mark.django_db

_PAYMENT = {
    "id": "gp_1",
    "status": "authorized",
    "amount_minor": 12990,
    "currency": "EUR",
    "reference": "CW-1001",
    "authorized_minor": 12990,
    "captures": [],
    "refunds": [],
}
_EVENT = {"event_id": "evt_1", "type": "payment.authorized", "payment": _PAYMENT}


def _receive(
    body: bytes, *, secret: str = SECRET, at: float | None = None, name: str = "Causeway-Signature"
) -> int:
    headers = {name: sign(secret, body, int(time.time() if at is None else at))}
    return receive_notification(gateway="sandbox", headers=headers, body=body)


def _event(**changes: Any) -> bytes:
    return json.dumps({**_EVENT, **changes}).encode()


def test_a_genuine_message_is_kept_raw(sandbox: Sandbox) -> None:
    row = Notification.objects.get(pk=_receive(_event()))

    assert (row.event_id, row.kind, row.provider_id, row.handling) == (
        "evt_1",
        "payment.authorized",
        "gp_1",
        "waiting",
    )
    assert bytes(row.body) == _event()
    assert row.claim == {"amount": "129.90", "currency": "EUR", "reference": "CW-1001"}


def test_the_same_event_again_is_the_same_message(sandbox: Sandbox) -> None:
    assert _receive(_event()) == _receive(_event(type="payment.declined"))
    assert Notification.objects.get().kind == "payment.authorized"


def test_header_names_do_not_care_about_case(sandbox: Sandbox) -> None:
    _receive(_event(), name="causeway-signature")

    assert Notification.objects.count() == 1


@pytest.mark.parametrize(
    "forged",
    [
        {"secret": "another"},
        {"secret": ""},
        {"at": time.time() - 3600},
        {"at": time.time() + 3600},
        {"name": "X-Other"},
    ],
)
def test_what_is_not_provably_genuine_is_refused(sandbox: Sandbox, forged: dict[str, Any]) -> None:
    with pytest.raises(BadNotification):
        _receive(_event(), **forged)

    assert Notification.objects.count() == 0


@pytest.mark.parametrize("header", ["", "t=1", "v1=abc", "t=x,v1=y", "t=١٢,v1=ab", "garbage", "t=1,v1=é"])
def test_a_malformed_signature_is_refused(sandbox: Sandbox, header: str) -> None:
    with pytest.raises(BadNotification):
        receive_notification(gateway="sandbox", headers={"Causeway-Signature": header}, body=_event())

    assert Notification.objects.count() == 0


def test_one_changed_byte_is_refused(sandbox: Sandbox) -> None:
    headers = {"Causeway-Signature": sign(SECRET, _event(), int(time.time()))}
    with pytest.raises(BadNotification):
        receive_notification(gateway="sandbox", headers=headers, body=_event().replace(b"12990", b"12991"))

    assert Notification.objects.count() == 0


def test_both_secrets_work_while_one_is_being_changed(sandbox: Sandbox, settings: Any) -> None:
    settings.GATEWAYS["sandbox"]["OPTIONS"]["secrets"] = ["new-secret", SECRET]
    _receive(_event(event_id="old"), secret=SECRET)
    _receive(_event(event_id="new"), secret="new-secret")

    assert Notification.objects.count() == 2


@pytest.mark.parametrize("secrets", [[], [""], ["  "]])
def test_without_a_secret_everything_is_refused(sandbox: Sandbox, settings: Any, secrets: list[str]) -> None:
    settings.GATEWAYS["sandbox"]["OPTIONS"]["secrets"] = secrets
    with pytest.raises(BadNotification):
        _receive(_event(), secret="")

    assert Notification.objects.count() == 0


def test_a_kind_we_do_not_know_is_kept_and_left_alone(sandbox: Sandbox) -> None:
    row = Notification.objects.get(pk=_receive(_event(type="payout.created", payment=None)))

    assert row.handling == "ignored"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'{"event_id": 1, "type": "payment.authorized"}',
        b"[" * 50_000 + b"]" * 50_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"event_id":"' + b"e" * 5_000 + b'","type":"x"}',
        b'{"event_id":"a\\u0000b","type":"x"}',
        b'{"event_id":"\\ud800","type":"x"}',
        _event(payment={**_PAYMENT, "id": "x" * 300}),
        _event(payment={**_PAYMENT, "amount_minor": 10**40}),
        _event(payment={**_PAYMENT, "amount_minor": 1.5}),
        _event(payment={**_PAYMENT, "amount_minor": True}),
        _event(payment={**_PAYMENT, "currency": "eur"}),
        _event(payment={**_PAYMENT, "currency": ["EUR"]}),
        _event(payment={**_PAYMENT, "status": {}}),
        _event(payment={**_PAYMENT, "captures": {"a": 1}}),
        b'{"event_id":"n","type":"payment.authorized","payment":{"amount_minor":' + b"9" * 5_000 + b"}}",
    ],
)
def test_genuine_rubbish_is_refused_and_breaks_nothing(sandbox: Sandbox, body: bytes) -> None:
    with pytest.raises(BadNotification):
        _receive(body)

    assert Notification.objects.count() == 0


def test_a_gateway_nobody_configured_has_no_door(sandbox: Sandbox) -> None:
    with pytest.raises(NoSuchGateway):
        receive_notification(gateway="unknown", headers={}, body=b"")
