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


@responses.activate
def test_work_that_we_fail_on_is_parked_the_fifth_time_and_not_begun_again(monkeypatch):
    shipment_id = an_asked_shipment()

    def broken(_shipment_id):
        raise KeyError("a field nobody thought of")

    monkeypatch.setattr("logistics.services.book_shipment.shipment_request", broken)
    parked = []
    for _ in range(5):
        with pytest.raises(KeyError):
            advance_shipment(shipment_id)
        parked.append(Shipment.objects.get().parked_at is not None)
    advance_shipment(shipment_id)
    shipment = Shipment.objects.get()
    assert parked == [False] * 4 + [True]
    assert (shipment.state, shipment.faults, shipment.attempts) == ("asked", 5, 5)
    assert shipment.problem == "KeyError: 'a field nobody thought of'"
    assert len(responses.calls) == 0


@responses.activate
@pytest.mark.parametrize(("attempts", "parked"), [(98, False), (99, True)])
def test_a_silent_carrier_is_asked_a_hundred_times(attempts, parked):
    responses.post(SHIPMENTS_URL, status=500)
    shipment_id = an_asked_shipment()
    Shipment.objects.update(attempts=attempts)
    advance_shipment(shipment_id)
    shipment = Shipment.objects.get()
    assert (shipment.parked_at is not None, shipment.faults) == (parked, 0)


@responses.activate
def test_a_hand_over_the_carrier_never_takes_waits_for_a_person():
    responses.post(f"{SHIPMENTS_URL}/sp_1/handover", status=422)
    shipment_id = a_shipment_in("booked")
    for _ in range(7):
        advance_shipment(shipment_id)
    shipment = Shipment.objects.get()
    assert len(responses.calls) == 5
    assert (shipment.state, shipment.parked_at is not None) == ("booked", True)
    assert shipment.problem.startswith("Refused")
