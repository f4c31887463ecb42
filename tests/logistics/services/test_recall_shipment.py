"""Recalling: the carrier's answer decides; a booking whose answer was lost is found again by its key."""

import pytest
import responses

from logistics.models import Shipment
from logistics.services.recall_shipment import recall_shipment
from tests.logistics.parcels import BOOKED, SHIPMENTS_URL, a_shipment_in, an_asked_shipment

pytestmark = pytest.mark.django_db
URL = f"{SHIPMENTS_URL}/sp_1/cancel"


def the_shipment():
    return Shipment.objects.get()


@responses.activate
def test_a_recalled_parcel_is_cancelled():
    responses.post(URL, json={"state": "cancelled"})
    recall_shipment(a_shipment_in("cancel_asked"))
    assert the_shipment().state == "cancelled"


@responses.activate
def test_a_parcel_that_already_left_is_handed_over():
    responses.post(URL, status=409, json={"error": "handed_over"})
    recall_shipment(a_shipment_in("cancel_asked"))
    assert the_shipment().state == "handed_over"
    assert the_shipment().handed_over_at is not None


@responses.activate
def test_no_answer_is_asked_again():
    responses.post(URL, status=503)
    recall_shipment(a_shipment_in("cancel_asked"))
    assert (the_shipment().state, the_shipment().attempts) == ("cancel_asked", 1)


@responses.activate
def test_a_booking_nobody_told_us_of_is_found_by_its_key_and_cancelled():
    shipment_id = an_asked_shipment()
    Shipment.objects.update(state="cancel_asked", attempts=1)
    responses.post(SHIPMENTS_URL, json=BOOKED)
    responses.post(URL, json={"state": "cancelled"})
    recall_shipment(shipment_id)
    assert the_shipment().state == "cancelled"
    assert responses.calls[0].request.headers["Idempotency-Key"] == the_shipment().idempotency_key


@responses.activate
def test_a_booking_the_carrier_would_not_take_needs_no_recall():
    shipment_id = an_asked_shipment()
    Shipment.objects.update(state="cancel_asked", attempts=1)
    responses.post(SHIPMENTS_URL, status=422)
    recall_shipment(shipment_id)
    assert the_shipment().state == "cancelled"


@responses.activate
def test_a_parcel_nobody_cancelled_is_not_recalled():
    recall_shipment(a_shipment_in("booked"))
    assert the_shipment().state == "booked"
    assert len(responses.calls) == 0
