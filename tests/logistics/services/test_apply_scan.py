"""Applying a message: it reaches the parcel whose number it carries, once, and no other."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from localization import clock
from logistics.models import Shipment, TrackingEvent, TrackingNotification
from logistics.services.apply_scan import apply_scan
from logistics.services.receive_scan import receive_scan
from tests.logistics.parcels import a_shipment_in, an_event, signed

pytestmark = pytest.mark.django_db


def a_stored_message(code="EMD", **changes):
    event = an_event(code, clock.now() - timedelta(minutes=1), **changes)
    return receive_scan(carrier="sandbox", **signed(event))


def outcome():
    return TrackingNotification.objects.get().outcome


def test_a_message_moves_the_parcel_it_speaks_of():
    a_shipment_in("in_transit")
    apply_scan(a_stored_message("EMD"))
    assert Shipment.objects.get().state == "arrived"
    assert outcome() == "applied"


def test_applying_it_again_changes_nothing():
    a_shipment_in("in_transit")
    notification_id = a_stored_message("EMD")
    apply_scan(notification_id)
    apply_scan(notification_id)
    assert TrackingEvent.objects.count() == 1
    assert Shipment.objects.get().history.count() == 1


def test_a_message_of_an_unknown_parcel_is_kept_apart():
    a_shipment_in("in_transit")
    apply_scan(a_stored_message("EMI", number="LX999999996CN"))
    assert outcome() == "unmatched"
    assert Shipment.objects.get().state == "in_transit"
    assert not TrackingEvent.objects.exists()


def test_an_unmatched_message_is_applied_once_its_parcel_is_known():
    notification_id = a_stored_message("EMD")
    apply_scan(notification_id)
    assert outcome() == "unmatched"
    a_shipment_in("in_transit")
    apply_scan(notification_id)
    assert (outcome(), Shipment.objects.get().state) == ("applied", "arrived")


def test_an_unreadable_message_stays_unreadable():
    apply_scan(receive_scan(carrier="sandbox", **signed(b"[]")))
    assert outcome() == "unreadable"


def test_a_message_that_we_fail_on_is_parked_the_fifth_time_and_changes_nothing(monkeypatch):
    a_shipment_in("in_transit")
    notification_id = a_stored_message("EMD")

    def broken(*_arguments):
        raise KeyError("a field nobody thought of")

    monkeypatch.setattr("logistics.services.apply_scan.record_scans", broken)
    outcomes = []
    for _ in range(5):
        with pytest.raises(KeyError):
            apply_scan(notification_id)
        outcomes.append(outcome())
    apply_scan(notification_id)
    assert outcomes == ["stored"] * 4 + ["parked"]
    assert TrackingNotification.objects.get().tries == 5
    assert Shipment.objects.get().state == "in_transit"
    assert not TrackingEvent.objects.exists()


def test_a_database_that_is_away_is_no_fault_of_the_message(monkeypatch):
    a_shipment_in("in_transit")
    notification_id = a_stored_message("EMD")

    def away(*_arguments):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr("logistics.services.apply_scan.record_scans", away)
    for _ in range(6):
        with pytest.raises(OperationalError):
            apply_scan(notification_id)
    assert (outcome(), TrackingNotification.objects.get().tries) == ("stored", 0)
