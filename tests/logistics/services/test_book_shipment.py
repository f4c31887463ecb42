"""Booking: one key per parcel, no answer is tried again, a clear no waits for a person."""

import json
from datetime import timedelta

import pytest
import requests
import responses
from moneyed import Money

from localization import clock
from logistics.models import Declaration, Shipment
from logistics.services.book_shipment import book_shipment
from tests.logistics.desk import DESK
from tests.logistics.parcels import (
    BOOKED,
    NUMBER,
    PORTO,
    SCARF,
    SHIPMENTS_URL,
    a_request,
    a_shipment_in,
    an_asked_shipment,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def carrier():
    with responses.RequestsMock() as mock:
        yield mock


def the_shipment():
    return Shipment.objects.get()


def test_a_booking_stores_the_number_and_announces_the_next_step(carrier, django_capture_on_commit_callbacks):
    carrier.post(SHIPMENTS_URL, json=BOOKED, status=201)
    with django_capture_on_commit_callbacks() as announced:
        book_shipment(an_asked_shipment())
    shipment = the_shipment()
    assert (shipment.state, shipment.number, shipment.carrier_reference) == ("booked", NUMBER, "sp_1")
    assert shipment.booked_at is not None
    assert len(announced) == 3  # the wish; then changed, and the wish to hand over
    assert [(move.source, move.target) for move in shipment.history.all()] == [("asked", "booked")]


def test_the_carrier_hears_our_stored_key_and_the_customs_data(carrier):
    carrier.post(SHIPMENTS_URL, json=BOOKED, status=201)
    book_shipment(an_asked_shipment())
    call = carrier.calls[0].request
    told = json.loads(call.body)
    assert call.headers["Idempotency-Key"] == the_shipment().idempotency_key
    assert told["reference"] == "C-1001-1"
    assert told["customs"]["registration"] == "IM2760000742"
    assert told["lines"][0]["hs_code"] == "621410"
    assert told["webhook_url"].endswith("/webhooks/tracking/sandbox/")


def test_a_booked_parcel_is_not_booked_again(carrier):
    book_shipment(a_shipment_in("booked"))
    assert not carrier.calls
    assert the_shipment().state == "booked"


@pytest.mark.parametrize(
    "answer",
    [{"status": 500}, {"status": 429}, {"body": requests.ConnectTimeout()}, {"body": requests.ReadTimeout()}],
    ids=["500", "429", "no connection", "no answer"],
)
def test_no_answer_leaves_the_wish_for_later_under_the_same_key(carrier, answer):
    shipment_id = an_asked_shipment()
    carrier.post(SHIPMENTS_URL, **answer)
    book_shipment(shipment_id)
    shipment = the_shipment()
    assert (shipment.state, shipment.attempts) == ("asked", 1)
    assert shipment.run_after > clock.now() + timedelta(seconds=4)
    assert shipment.problem.startswith("Unavailable")
    carrier.replace(responses.POST, SHIPMENTS_URL, json=BOOKED, status=201)
    book_shipment(shipment_id)
    assert (the_shipment().state, the_shipment().problem) == ("booked", "")
    assert len({call.request.headers["Idempotency-Key"] for call in carrier.calls}) == 1


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"status": 422, "json": {"error": "address_incomplete"}}, "Refused"),
        ({"status": 201, "body": "<html>"}, "Misread"),
        ({"status": 201, "json": {"id": "sp_1", "number": "LX123456786CN"}}, "Misread"),
        ({"status": 201, "json": {"id": "sp_1"}}, "Misread"),
        ({"status": 201, "body": "[" * 50_000}, "Misread"),
    ],
    ids=["no", "html", "wrong check digit", "no number", "deep"],
)
def test_a_no_or_rubbish_waits_for_a_person(carrier, answer, problem):
    carrier.post(SHIPMENTS_URL, **answer)
    book_shipment(an_asked_shipment())
    shipment = the_shipment()
    assert (shipment.state, shipment.number) == ("failed", "")
    assert shipment.problem.startswith(problem)


def test_a_number_that_another_parcel_has_is_not_believed(carrier):
    a_shipment_in("in_transit")
    second = an_asked_shipment(reference="C-1002-1")
    carrier.post(SHIPMENTS_URL, json=BOOKED, status=201)
    book_shipment(second)
    shipment = Shipment.objects.get(pk=second)
    assert (shipment.state, shipment.number) == ("failed", "")
    assert shipment.problem.startswith("IntegrityError")


@pytest.mark.parametrize(
    ("changes", "form"),
    [
        ({}, "cn22"),
        ({"value": Money("350.01", "EUR")}, "cn23"),
        ({"weight_grams": 2001}, "cn23"),
    ],
    ids=["light", "dear", "heavy"],
)
def test_a_parcel_over_a_border_gets_the_form_it_needs(carrier, changes, form):
    carrier.post(SHIPMENTS_URL, json=BOOKED, status=201)
    line = type(SCARF)(**{**vars(SCARF), **changes})
    book_shipment(an_asked_shipment(lines=(line,)))
    declaration = Declaration.objects.get()
    assert (declaration.form, declaration.state, declaration.office) == (form, "filed", "")
    assert declaration.content["lines"][0]["hs_code"] == "621410"


def test_a_parcel_inside_the_union_needs_no_form(carrier):
    carrier.post(SHIPMENTS_URL, json=BOOKED, status=201)
    book_shipment(an_asked_shipment(sender=PORTO))
    assert the_shipment().state == "booked"
    assert not Declaration.objects.exists()


def test_a_cancellation_during_the_call_is_not_lost(carrier):
    shipment_id = an_asked_shipment()

    def cancelled_meanwhile(_request):
        Shipment.objects.filter(pk=shipment_id).update(state="cancel_asked")
        return 201, {}, json.dumps(BOOKED)

    carrier.add_callback(responses.POST, SHIPMENTS_URL, cancelled_meanwhile)
    book_shipment(shipment_id)
    shipment = the_shipment()
    assert (shipment.state, shipment.number) == ("cancel_asked", NUMBER)
    assert a_request().reference == shipment.reference


def test_where_an_office_takes_it_the_declaration_is_a_wish_to_file_it(
    carrier, settings, django_capture_on_commit_callbacks
):
    settings.CUSTOMS = DESK
    carrier.post(SHIPMENTS_URL, json=BOOKED, status=201)
    with django_capture_on_commit_callbacks() as announced:
        book_shipment(an_asked_shipment())
    declaration = Declaration.objects.get()
    assert (declaration.state, declaration.office, declaration.data_set) == ("draft", "sandbox", "H7")
    assert len(announced) == 4  # the wish to book; then to file, changed, and to hand over
