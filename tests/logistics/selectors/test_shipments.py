"""Reads of shipments: facts, timeline and papers."""

from datetime import timedelta

import pytest

from localization import clock
from logistics.models import Shipment
from logistics.refusals import NoSuchDocument, UnknownShipment
from logistics.selectors.shipments import document, shipment_facts, timeline
from logistics.services.record_scans import record_scans
from tests.logistics.desk import a_declaration_of
from tests.logistics.parcels import NUMBER, a_scan, a_shipment_in, an_asked_shipment

pytestmark = pytest.mark.django_db


def test_the_facts_of_a_wish():
    facts = shipment_facts(an_asked_shipment())
    assert (facts.reference, facts.state, facts.number, facts.label_ready) == ("C-1001-1", "asked", "", False)
    assert (facts.booked_at, facts.delivered_at, facts.customs_form) == (None, None, "")
    assert facts.customs_state == ""


def test_the_facts_of_a_booked_parcel():
    shipment_id = a_shipment_in("booked")
    a_declaration_of(shipment_id, form="cn23")
    facts = shipment_facts(shipment_id)
    assert (facts.number, facts.label_ready, facts.customs_form) == (NUMBER, True, "cn23")
    assert facts.customs_state == "draft"


def test_a_parcel_nobody_scanned_has_no_timeline():
    assert timeline(a_shipment_in("booked")) == ()


def test_a_scan_from_before_the_parcel_was_asked_for_is_not_its_story():
    shipment_id = a_shipment_in("booked")
    asked = Shipment.objects.get().asked_at
    record_scans(shipment_id, [a_scan("EMA", asked - timedelta(days=2)), a_scan("EMC", asked)])
    assert [entry.code for entry in timeline(shipment_id)] == ["EMC"]


def test_the_timeline_costs_the_same_queries_however_long_it_is(django_assert_num_queries):
    shipment_id = a_shipment_in("booked")
    now = clock.now()
    record_scans(shipment_id, [a_scan("EMC", now - timedelta(minutes=minute)) for minute in range(40)])
    with django_assert_num_queries(2):
        assert len(timeline(shipment_id)) == 40


@pytest.mark.parametrize("read", [shipment_facts, timeline, lambda pk: document(pk, "label")])
def test_a_missing_shipment_is_refused(read):
    with pytest.raises(UnknownShipment):
        read(404)


@pytest.mark.parametrize(("state", "kind"), [("booked", "cn22"), ("booked", "cn23")])
def test_a_paper_that_was_never_made_is_refused(state, kind):
    with pytest.raises(NoSuchDocument):
        document(a_shipment_in(state), kind)


def test_the_label_is_the_same_each_time_it_is_asked_for():
    shipment_id = a_shipment_in("booked")
    assert document(shipment_id, "label") == document(shipment_id, "label")
