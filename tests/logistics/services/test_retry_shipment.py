"""Asking again: a refused parcel goes back to the start under a new key; any other stays."""

import pytest
import responses

from localization.lifecycle import MoveNotAllowed
from logistics.models import Shipment
from logistics.refusals import UnknownShipment
from logistics.services.book_shipment import book_shipment
from logistics.services.retry_shipment import retry_shipment
from tests.logistics.parcels import BOOKED, SHIPMENTS_URL, a_shipment_in, an_asked_shipment

pytestmark = pytest.mark.django_db


@responses.activate
@pytest.mark.parametrize(
    ("answer", "keys"), [({"status": 422}, 2), ({"body": "<html>"}, 1)], ids=["after a no", "after rubbish"]
)
def test_a_refused_parcel_is_a_new_attempt_and_a_misread_one_the_same(answer, keys):
    shipment_id = an_asked_shipment()
    responses.post(SHIPMENTS_URL, **answer)
    book_shipment(shipment_id)
    retry_shipment(shipment_id, actor="ada")
    assert (Shipment.objects.get().state, Shipment.objects.get().problem) == ("asked", "")
    responses.replace(responses.POST, SHIPMENTS_URL, json=BOOKED)
    book_shipment(shipment_id)
    assert Shipment.objects.get().state == "booked"
    assert len({call.request.headers["Idempotency-Key"] for call in responses.calls}) == keys


@pytest.mark.parametrize("state", ["booked", "cancelled", "delivered"])
def test_only_a_refused_parcel_is_asked_for_again(state):
    shipment_id = a_shipment_in(state)
    with pytest.raises(MoveNotAllowed):
        retry_shipment(shipment_id, actor="ada")
    assert Shipment.objects.get().state == state


def test_a_missing_parcel_is_refused():
    with pytest.raises(UnknownShipment):
        retry_shipment(404, actor="ada")
