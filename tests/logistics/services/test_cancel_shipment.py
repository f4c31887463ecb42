"""Cancelling: free before any carrier was asked, a wish to recall afterwards, too late once handed over."""

import pytest

from logistics.models import Shipment, ShipmentHistory
from logistics.refusals import TooLateToCancel, UnknownShipment
from logistics.services.cancel_shipment import cancel_shipment
from tests.logistics.parcels import a_shipment_in, an_asked_shipment

pytestmark = pytest.mark.django_db


def test_a_parcel_no_carrier_heard_of_is_cancelled_at_once():
    assert cancel_shipment(an_asked_shipment(), actor="ada") == "cancelled"
    assert ShipmentHistory.objects.get().actor == "ada"


def test_after_an_attempt_without_answer_the_carrier_must_be_told():
    shipment_id = an_asked_shipment()
    Shipment.objects.update(attempts=1)
    assert cancel_shipment(shipment_id) == "cancel_asked"


def test_a_booked_parcel_is_to_be_called_back(django_capture_on_commit_callbacks):
    shipment_id = a_shipment_in("booked")
    with django_capture_on_commit_callbacks() as announced:
        assert cancel_shipment(shipment_id) == "cancel_asked"
    assert len(announced) == 2


def test_a_refused_parcel_is_cancelled_at_once():
    assert cancel_shipment(a_shipment_in("failed")) == "cancelled"


@pytest.mark.parametrize("state", ["cancelled", "cancel_asked"])
def test_cancelling_twice_changes_nothing(state):
    assert cancel_shipment(a_shipment_in(state)) == state
    assert not ShipmentHistory.objects.exists()


@pytest.mark.parametrize("state", ["handed_over", "in_transit", "delivered", "lost", "returned"])
def test_a_parcel_with_the_carrier_is_not_cancelled(state):
    shipment_id = a_shipment_in(state)
    with pytest.raises(TooLateToCancel):
        cancel_shipment(shipment_id)
    assert Shipment.objects.get().state == state


def test_a_missing_parcel_is_refused():
    with pytest.raises(UnknownShipment):
        cancel_shipment(404)


def test_an_answer_we_could_not_read_may_be_a_booking_that_is_to_be_called_back():
    assert cancel_shipment(a_shipment_in("failed", attempts=1)) == "cancel_asked"
