"""The sweep announces again what was left behind, and only that."""

from datetime import timedelta

import pytest

from localization import clock
from logistics.models import Shipment, TrackingNotification
from logistics.services.receive_scan import receive_scan
from logistics.services.sweep_shipments import Swept, sweep_shipments
from tests.logistics.parcels import a_shipment_in, an_asked_shipment, an_event, signed, utc

pytestmark = pytest.mark.django_db
NOTHING = Swept(wishes=0, messages=0, polls=0)


def ago(**delta):
    return clock.now() - timedelta(**delta)


@pytest.fixture
def heard(monkeypatch):
    """What was announced, as (signal's receiver task, id)."""
    calls = []
    for task in ("advance_shipment", "apply_scan", "poll_shipment"):
        monkeypatch.setattr(f"logistics.tasks.{task}.delay", lambda id_, task=task: calls.append((task, id_)))
    return calls


def test_with_nothing_left_behind_nothing_is_announced():
    assert sweep_shipments() == NOTHING


@pytest.mark.parametrize("state", ["asked", "booked", "cancel_asked"])
def test_a_wish_nobody_works_on_is_announced_again(state, heard, django_capture_on_commit_callbacks):
    shipment_id = a_shipment_in(state, run_after=ago(minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep_shipments() == Swept(wishes=1, messages=0, polls=0)
    assert heard == [("advance_shipment", shipment_id)]


def test_a_wish_that_waits_for_its_time_is_left_waiting():
    an_asked_shipment()
    Shipment.objects.update(run_after=clock.now() + timedelta(minutes=1))
    assert sweep_shipments() == NOTHING


def test_a_fresh_wish_is_left_to_the_direct_way():
    an_asked_shipment()
    assert sweep_shipments() == NOTHING


def test_a_refused_parcel_waits_for_a_person():
    a_shipment_in("failed", run_after=ago(days=1))
    assert sweep_shipments() == NOTHING


@pytest.mark.parametrize(
    ("outcome", "age", "messages"),
    [
        ("stored", timedelta(minutes=1), 1),
        ("stored", timedelta(0), 0),
        ("unmatched", timedelta(minutes=1), 1),
        ("unmatched", timedelta(hours=2), 0),
        ("applied", timedelta(minutes=1), 0),
        ("unreadable", timedelta(minutes=1), 0),
        ("parked", timedelta(minutes=1), 0),
    ],
)
def test_messages_nobody_applied_are_announced_again(outcome, age, messages):
    receive_scan(carrier="sandbox", **signed(an_event("EMA", utc(2026, 11, 22))))
    TrackingNotification.objects.update(outcome=outcome, received_at=clock.now() - age)
    assert sweep_shipments() == Swept(wishes=0, messages=messages, polls=0)


@pytest.mark.parametrize(
    ("changes", "polls"),
    [
        ({"handed_over_at": timedelta(hours=1)}, 1),
        ({"handed_over_at": timedelta(seconds=1)}, 0),
        ({"news_at": timedelta(hours=1)}, 1),
        ({"news_at": timedelta(seconds=1)}, 0),
        ({"news_at": timedelta(hours=1), "polled_at": timedelta(seconds=1)}, 0),
        ({"news_at": timedelta(hours=1), "polled_at": timedelta(minutes=30)}, 1),
    ],
)
def test_a_silent_parcel_is_asked_about(settings, changes, polls):
    settings.TRACKING_QUIET_SECONDS = 600
    a_shipment_in("in_transit", **{name: clock.now() - age for name, age in changes.items()})
    assert sweep_shipments() == Swept(wishes=0, messages=0, polls=polls)


def test_a_delivered_parcel_is_left_in_peace():
    a_shipment_in("delivered", news_at=ago(days=1))
    assert sweep_shipments() == NOTHING


@pytest.mark.parametrize("state", ["asked", "booked", "cancel_asked"])
def test_parked_work_waits_for_a_person(state):
    a_shipment_in(state, run_after=ago(days=1), parked_at=ago(hours=1))
    assert sweep_shipments() == NOTHING
