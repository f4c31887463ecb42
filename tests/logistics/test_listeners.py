"""The way of a parcel by itself: from the wish to hand-over, and from a carrier's message to the timeline."""

from datetime import timedelta

import pytest
import responses

from localization import clock
from logistics.events import shipment_changed
from logistics.models import Shipment
from logistics.services.open_shipment import open_shipment
from logistics.services.receive_scan import receive_scan
from tests.logistics.parcels import BOOKED, SHIPMENTS_URL, a_request, a_shipment_in, an_event, signed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def announced():
    """The states a parcel had each time it was announced as changed."""
    states = []

    def hear(*, shipment_id, **_):
        states.append(Shipment.objects.get(pk=shipment_id).state)

    shipment_changed.connect(hear, weak=False)
    yield states
    shipment_changed.disconnect(hear)


@responses.activate
def test_a_wish_is_booked_and_handed_over_by_itself(announced):
    responses.post(SHIPMENTS_URL, json=BOOKED, status=201)
    responses.post(f"{SHIPMENTS_URL}/sp_1/handover", json={})
    open_shipment(a_request())
    assert Shipment.objects.get().state == "handed_over"
    assert announced == ["booked", "handed_over"]


def test_a_message_is_applied_by_itself(announced):
    a_shipment_in("cancelled")
    Shipment.objects.update(state="in_transit")
    event = an_event("EMD", clock.now() - timedelta(minutes=1))
    receive_scan(carrier="sandbox", **signed(event))
    assert Shipment.objects.get().state == "arrived"
    assert announced[-1] == "arrived"


def test_a_dead_broker_does_not_break_the_wish(monkeypatch):
    def no_broker(*_):
        raise ConnectionError

    monkeypatch.setattr("logistics.tasks.advance_shipment.delay", no_broker)
    open_shipment(a_request())
    assert Shipment.objects.get().state == "asked"
