"""Polling finds what lost messages would have told."""

from datetime import timedelta

import pytest
import requests
import responses

from localization import clock
from logistics.models import Shipment, TrackingEvent
from logistics.services.poll_shipment import poll_shipment
from tests.logistics.parcels import SHIPMENTS_URL, a_shipment_in, an_event

pytestmark = pytest.mark.django_db
URL = f"{SHIPMENTS_URL}/sp_1/events"


def an_hour_ago(code):
    return an_event(code, clock.now() - timedelta(hours=1))


@responses.activate
def test_every_scan_the_carrier_knows_is_recorded():
    responses.get(URL, json={"events": [an_hour_ago("EMI"), {"new": "shape"}, an_hour_ago("EMD")]})
    poll_shipment(a_shipment_in("in_transit"))
    assert Shipment.objects.get().state == "delivered"
    assert TrackingEvent.objects.count() == 2


@responses.activate
@pytest.mark.parametrize(
    "answer",
    [
        {"status": 500},
        {"status": 404},
        {"body": requests.ReadTimeout()},
        {"body": "[]"},
        {"json": {"events": 7}},
    ],
    ids=["500", "404", "no answer", "list", "number"],
)
def test_a_carrier_that_does_not_answer_changes_nothing_but_the_time_we_asked(answer):
    responses.get(URL, **answer)
    poll_shipment(a_shipment_in("in_transit"))
    shipment = Shipment.objects.get()
    assert (shipment.state, shipment.news_at) == ("in_transit", None)
    assert shipment.polled_at is not None


@responses.activate
@pytest.mark.parametrize("state", ["booked", "delivered", "cancelled"])
def test_a_parcel_that_is_not_on_its_way_is_not_asked_about(state):
    poll_shipment(a_shipment_in(state))
    assert len(responses.calls) == 0
    assert Shipment.objects.get().polled_at is None
