"""Receiving a carrier's message: proven or refused, stored once as it came, never an error for rubbish."""

from datetime import timedelta

import pytest

from localization import clock
from localization.outside import BadSignature
from logistics.carriers.registry import UnknownCarrier
from logistics.models import TrackingEvent, TrackingNotification
from logistics.services.receive_scan import receive_scan
from tests.logistics.parcels import an_event, signed, utc

pytestmark = pytest.mark.django_db
EVENT = an_event("EMA", utc(2026, 11, 22, 8), event_id="evt-1")
HOUR = timedelta(hours=1)


def received(message, carrier="sandbox"):
    return TrackingNotification.objects.get(pk=receive_scan(carrier=carrier, **message))


def test_a_signed_message_is_stored_as_it_came_and_announced(django_capture_on_commit_callbacks):
    message = signed(EVENT)
    with django_capture_on_commit_callbacks() as announced:
        notification = received(message)
    assert (notification.event_id, notification.outcome) == ("evt-1", "stored")
    assert bytes(notification.body) == message["body"]
    assert len(announced) == 1


def test_copies_are_stored_once_and_announced_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as announced:
        ids = {receive_scan(carrier="sandbox", **signed(EVENT)) for _ in range(8)}
    assert len(ids) == 1
    assert TrackingNotification.objects.count() == 1
    assert len(announced) == 1


def test_the_name_of_the_header_may_come_in_any_case():
    message = signed(EVENT)
    headers = {"CAUSEWAY-SIGNATURE": message["headers"]["Causeway-Signature"]}
    assert received({"headers": headers, "body": message["body"]}).event_id == "evt-1"


@pytest.mark.parametrize(
    "message",
    [
        {"headers": {}, "body": b"{}"},
        {**signed(EVENT), "body": b"{}"},
        signed(EVENT, secret="another house's"),
        signed(EVENT, at=int((clock.now() - HOUR).timestamp())),
        signed(EVENT, at=int((clock.now() + HOUR).timestamp())),
        {"headers": {"Causeway-Signature": "t=١٢٣,v1=ü"}, "body": b"{}"},
    ],
    ids=["unsigned", "other body", "other secret", "an hour old", "an hour ahead", "malformed"],
)
def test_what_is_not_provably_the_carriers_and_new_has_no_effect(message):
    with pytest.raises(BadSignature):
        receive_scan(carrier="sandbox", **message)
    assert not TrackingNotification.objects.exists()


@pytest.mark.parametrize("secrets", [[], [""], ["  "]])
def test_without_a_configured_secret_everything_is_refused(settings, secrets):
    sandbox = settings.CARRIERS["sandbox"]
    settings.CARRIERS = {"sandbox": {**sandbox, "OPTIONS": {**sandbox["OPTIONS"], "secrets": secrets}}}
    with pytest.raises(BadSignature):
        receive_scan(carrier="sandbox", **signed(EVENT, secret=secrets[0] if secrets else " "))
    assert not TrackingNotification.objects.exists()


def test_two_secrets_live_side_by_side_while_one_is_replaced(settings):
    sandbox = settings.CARRIERS["sandbox"]
    options = {**sandbox["OPTIONS"], "secrets": ["new", "old"]}
    settings.CARRIERS = {"sandbox": {**sandbox, "OPTIONS": options}}
    assert received(signed(EVENT, secret="old")).event_id == "evt-1"


def test_an_unknown_carrier_is_refused():
    with pytest.raises(UnknownCarrier):
        receive_scan(carrier="pigeon", **signed(EVENT))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"event_id": ' + b"9" * 6000 + b"}",
        b"[]",
        b"null",
        b'{"event_id": "e"}',
        b'{"event_id": null, "number": {}, "code": []}',
        b'{"event_id": "' + b"x" * 129 + b'", "number": "A", "code": "EMA"}',
        b'{"event_id": "\\u0000", "number": "A", "code": "EMA"}',
        b'{"event_id": "\\ud800", "number": "A", "code": "EMA"}',
    ],
    ids=[
        "empty",
        "binary",
        "deep",
        "huge id",
        "list",
        "null",
        "half",
        "types",
        "long id",
        "nul",
        "surrogate",
    ],
)
def test_signed_rubbish_is_stored_for_a_person_and_applied_by_nobody(
    body, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as announced:
        notification = received(signed(body))
        assert received(signed(body)) == notification
    assert (notification.outcome, bytes(notification.body)) == ("unreadable", body)
    assert announced == []
    assert not TrackingEvent.objects.exists()
