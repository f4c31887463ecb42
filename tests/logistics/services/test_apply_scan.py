"""Applying a message: it reaches the parcel whose number it carries, once, and no other."""

from datetime import timedelta

import pytest

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
