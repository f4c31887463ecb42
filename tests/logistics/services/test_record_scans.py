"""Recording scans: append-only, each once, and the shipment never runs backwards."""

from datetime import timedelta

import pytest

from localization import clock
from logistics.models import Shipment, TrackingEvent
from logistics.selectors.shipments import timeline
from logistics.services.record_scans import record_scans
from tests.logistics.desk import a_declaration_of
from tests.logistics.parcels import a_scan, a_shipment_in

pytestmark = pytest.mark.django_db


def scan(code, minutes_ago, **changes):
    return a_scan(code, clock.now() - timedelta(minutes=minutes_ago), **changes)


def the_state():
    return Shipment.objects.get().state


def test_scans_move_the_shipment_to_the_latest_one(django_capture_on_commit_callbacks):
    shipment_id = a_shipment_in("handed_over")
    with django_capture_on_commit_callbacks() as announced:
        record_scans(shipment_id, [scan("EMD", 5), scan("EMC", 9)])
    assert the_state() == "arrived"
    assert len(announced) == 1
    assert [entry.code for entry in timeline(shipment_id)] == ["EMC", "EMD"]


def test_doubled_and_shuffled_scans_are_one_story():
    shipment_id = a_shipment_in("booked")
    scans = [scan("EMA", 9), scan("EMC", 7), scan("EMD", 5), scan("EMI", 1)]
    for index in (3, 0, 3, 2, 1, 0):
        record_scans(shipment_id, [scans[index]])
    assert [entry.code for entry in timeline(shipment_id)] == ["EMA", "EMC", "EMD", "EMI"]
    assert TrackingEvent.objects.count() == 4
    assert the_state() == "delivered"


def test_a_late_scan_after_delivery_is_kept_and_moves_nothing():
    shipment_id = a_shipment_in("booked")
    record_scans(shipment_id, [delivered := scan("EMI", 3)])
    record_scans(shipment_id, [scan("EDG", 4), scan("EMD", 1)])
    shipment = Shipment.objects.get()
    assert (shipment.state, shipment.delivered_at.isoformat()) == ("delivered", delivered.local_time)
    assert TrackingEvent.objects.count() == 3


def test_a_lost_parcel_is_found_and_a_delivered_one_returned():
    shipment_id = a_shipment_in("in_transit")
    states = []
    for one in (
        scan("EMJ", 9, condition="lost"),
        scan("EMD", 7),
        scan("EMI", 5),
        scan("EMH", 3, condition="return"),
    ):
        record_scans(shipment_id, [one])
        states.append(the_state())
    assert states == ["lost", "arrived", "delivered", "returning"]


@pytest.mark.parametrize(
    "strange",
    [
        a_scan("QQQ", "2026-11-22T08:00:00+00:00"),
        a_scan("EMI", "2026-11-22T08:00:00"),
        a_scan("EMI", "1970-01-01T00:00:00+00:00"),
        a_scan("EMI", "2126-01-01T00:00:00+00:00"),
    ],
    ids=["unknown code", "no zone", "1970", "future"],
)
def test_a_scan_we_cannot_believe_is_kept_and_not_shown(strange):
    shipment_id = a_shipment_in("in_transit")
    record_scans(shipment_id, [strange])
    assert TrackingEvent.objects.get().local_time == strange.local_time
    assert timeline(shipment_id) == ()
    assert the_state() == "in_transit"


def test_another_parcels_scan_is_left_out():
    shipment_id = a_shipment_in("in_transit")
    record_scans(shipment_id, [scan("EMI", 1, number="LX999999996CN")])
    assert not TrackingEvent.objects.exists()
    assert the_state() == "in_transit"


def test_a_cancelled_parcel_stays_cancelled_and_keeps_what_was_heard():
    shipment_id = a_shipment_in("cancelled")
    record_scans(shipment_id, [scan("EMA", 1)])
    assert the_state() == "cancelled"
    assert TrackingEvent.objects.count() == 1


def test_the_first_scan_of_a_booked_parcel_says_it_was_handed_over():
    record_scans(a_shipment_in("booked"), [scan("EMA", 1)])
    assert the_state() == "handed_over"
    assert Shipment.objects.get().handed_over_at is not None


@pytest.mark.parametrize(("office", "after"), [("", "released"), ("sandbox", "filed")])
def test_a_paper_the_carrier_showed_is_released_with_its_parcel(office, after):
    shipment_id = a_shipment_in("in_transit")
    declaration = a_declaration_of(shipment_id, "filed", office=office)
    record_scans(shipment_id, [a_scan("EDC", clock.now() - timedelta(minutes=1))])
    declaration.refresh_from_db()
    assert declaration.state == after
