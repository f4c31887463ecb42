"""Advancing does the one thing a shipment's state asks for."""

import pytest
import responses

from logistics.models import Shipment
from logistics.services.advance_shipment import advance_shipment
from tests.logistics.parcels import BOOKED, SHIPMENTS_URL, a_shipment_in, an_asked_shipment

pytestmark = pytest.mark.django_db


@responses.activate
def test_a_wish_is_booked_then_handed_over_and_then_left_alone():
    responses.post(SHIPMENTS_URL, json=BOOKED, status=201)
    responses.post(f"{SHIPMENTS_URL}/sp_1/handover", json={})
    shipment_id = an_asked_shipment()
    states = []
    for _ in range(3):
        advance_shipment(shipment_id)
        states.append(Shipment.objects.get().state)
    assert states == ["booked", "handed_over", "handed_over"]
    assert len(responses.calls) == 2


@responses.activate
def test_a_cancelled_wish_is_recalled():
    responses.post(f"{SHIPMENTS_URL}/sp_1/cancel", json={})
    advance_shipment(a_shipment_in("cancel_asked"))
    assert Shipment.objects.get().state == "cancelled"


@responses.activate
def test_a_missing_shipment_is_no_work():
    advance_shipment(404)
    assert len(responses.calls) == 0
