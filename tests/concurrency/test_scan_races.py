"""Scans that arrive at the same instant: the parcel never runs backwards, and the lock is what sees to that."""

import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.db.models import QuerySet

from localization import clock
from logistics.models import Shipment, TrackingEvent
from logistics.selectors.shipments import timeline
from logistics.services import record_scans as service
from logistics.services.record_scans import record_scans
from tests.concurrency.crowd import crowd
from tests.logistics.parcels import a_scan, a_shipment_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
JOURNEY = ["EMA", "EXA", "EXC", "EMC", "EMD", "EDB", "EDC", "EMF", "EMG", "EDG", "EMI"]


def scans():
    start = clock.now() - timedelta(hours=1)
    return [a_scan(code, start + timedelta(minutes=minute)) for minute, code in enumerate(JOURNEY)]


@pytest.fixture
def delivered_in_between(monkeypatch):
    """Lets the delivery scan come in just after an earlier scan read the story and before it moves the parcel."""
    rivals = []

    def record_delivery(shipment_id):
        record_scans(shipment_id, [scans()[-1]])
        connections.close_all()

    def read_then_be_overtaken(shipment_id):
        entries = timeline(shipment_id)
        if not rivals:
            rivals.append(threading.Thread(target=record_delivery, args=(shipment_id,)))
            rivals[0].start()
            rivals[0].join(timeout=1)
        return entries

    monkeypatch.setattr(service, "timeline", read_then_be_overtaken)
    return rivals


def test_the_control_without_the_lock_a_delivered_parcel_runs_backwards(delivered_in_between, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_: rows)
    shipment_id = a_shipment_in("in_transit")
    record_scans(shipment_id, [scans()[4]])
    delivered_in_between[0].join()
    assert Shipment.objects.get().state == "arrived"


def test_with_the_lock_the_delivery_waits_its_turn(delivered_in_between):
    shipment_id = a_shipment_in("in_transit")
    record_scans(shipment_id, [scans()[4]])
    delivered_in_between[0].join()
    assert Shipment.objects.get().state == "delivered"


def test_doubled_scans_from_many_workers_are_one_story():
    shipment_id = a_shipment_in("booked")
    told = scans()
    shuffled = [told[(index * 7) % len(told)] for index in range(2 * len(told))]
    answers = crowd([lambda scan=scan: record_scans(shipment_id, [scan]) for scan in shuffled], at_once=11)
    assert answers == [None] * len(shuffled)
    assert [entry.code for entry in timeline(shipment_id)] == JOURNEY
    assert TrackingEvent.objects.count() == len(JOURNEY)
    assert Shipment.objects.get().state == "delivered"
