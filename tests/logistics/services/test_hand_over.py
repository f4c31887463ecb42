"""Handing over: a booked parcel goes to the carrier once; otherwise nothing moves."""

import pytest
import responses

from logistics.models import Shipment
from logistics.services.hand_over import hand_over
from tests.logistics.parcels import SHIPMENTS_URL, a_shipment_in

pytestmark = pytest.mark.django_db
URL = f"{SHIPMENTS_URL}/sp_1/handover"


def the_shipment():
    return Shipment.objects.get()


@responses.activate
def test_a_booked_parcel_is_handed_over():
    responses.post(URL, json={"state": "handed_over"})
    hand_over(a_shipment_in("booked"))
    assert the_shipment().state == "handed_over"
    assert the_shipment().handed_over_at is not None


@responses.activate
@pytest.mark.parametrize("status", [500, 409])
def test_a_carrier_that_does_not_take_it_is_asked_again_later(status):
    responses.post(URL, status=status)
    hand_over(a_shipment_in("booked"))
    shipment = the_shipment()
    assert (shipment.state, shipment.attempts, shipment.handed_over_at) == ("booked", 1, None)
    assert shipment.problem != ""


@responses.activate
@pytest.mark.parametrize("state", ["asked", "cancel_asked", "cancelled", "in_transit"])
def test_only_a_booked_parcel_is_handed_over(state):
    hand_over(a_shipment_in(state))
    assert the_shipment().state == state
    assert len(responses.calls) == 0


@responses.activate
def test_a_scan_that_was_quicker_is_not_taken_back():
    shipment_id = a_shipment_in("booked")

    def scanned_meanwhile(_request):
        Shipment.objects.update(state="export_customs")
        return 200, {}, "{}"

    responses.add_callback(responses.POST, URL, scanned_meanwhile)
    hand_over(shipment_id)
    assert the_shipment().state == "export_customs"
