"""Asking again: a refused parcel goes back to the start under a new key; any other stays."""

import pytest
import responses

from localization import clock
from localization.lifecycle import MoveNotAllowed
from logistics.models import Shipment
from logistics.refusals import UnknownShipment
from logistics.services.book_shipment import book_shipment
from logistics.services.cancel_shipment import cancel_shipment
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


@pytest.mark.parametrize("state", ["asked", "booked", "cancel_asked"])
def test_a_parked_parcel_goes_back_to_work_in_its_state(state, django_capture_on_commit_callbacks):
    shipment_id = a_shipment_in(state, parked_at=clock.now(), faults=5, attempts=5, problem="Misread")
    with django_capture_on_commit_callbacks() as announced:
        retry_shipment(shipment_id, actor="ada")
    shipment = Shipment.objects.get()
    assert (shipment.state, shipment.parked_at, shipment.faults, shipment.problem) == (state, None, 0, "")
    assert len(announced) == 2


@responses.activate
def test_after_an_answer_we_could_not_read_a_cancelled_parcel_is_called_back():
    shipment_id = an_asked_shipment()
    responses.post(SHIPMENTS_URL, body="<html>")
    book_shipment(shipment_id)
    retry_shipment(shipment_id, actor="ada")
    assert cancel_shipment(shipment_id) == "cancel_asked"
