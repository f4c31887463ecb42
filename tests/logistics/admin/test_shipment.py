"""Shipments in the back office: operators look and press buttons; nobody edits, nobody else sees."""

from datetime import timedelta

import pytest
from django.urls import reverse

from localization import clock
from localization.services.load_markets import load_markets
from logistics.models import Shipment
from logistics.services.record_scans import record_scans
from tests.logistics.desk import a_declaration_of
from tests.logistics.parcels import a_scan, a_shipment_in, an_asked_shipment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def markets():
    """The pages that say "no" are the storefront's and stand in a market."""
    load_markets()


def page(name, *arguments):
    return reverse(f"admin:logistics_shipment_{name}", args=arguments)


@pytest.fixture
def operator(client, django_user_model):
    user = django_user_model.objects.create(email="op@causeway.example", is_staff=True, is_superuser=True)
    client.force_login(user)
    return client


@pytest.fixture
def merchant(client, django_user_model):
    user = django_user_model.objects.create(email="lin@causeway.example", is_staff=True)
    client.force_login(user)
    return client


def declared(shipment_id):
    a_declaration_of(shipment_id, form="cn22")
    return shipment_id


def test_the_page_shows_timeline_and_papers(operator):
    shipment_id = declared(a_shipment_in("booked"))
    hostile = "<script>x</script>"
    record_scans(shipment_id, [a_scan("EMD", clock.now() - timedelta(minutes=1), place=hostile)])
    text = operator.get(page("change", shipment_id)).content.decode()
    assert "Arrived in the country of destination, &lt;script&gt;x&lt;/script&gt;" in text
    assert hostile not in text
    assert page("paper", shipment_id, "label") in text
    assert page("paper", shipment_id, "cn22") in text


def test_the_list_shows_the_parcel(operator):
    an_asked_shipment()
    assert "C-1001-1" in operator.get(page("changelist")).content.decode()


@pytest.mark.parametrize("kind", ["label", "cn22", "invoice"])
def test_a_paper_is_a_pdf(operator, kind):
    answer = operator.get(page("paper", declared(a_shipment_in("booked")), kind))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("kind", ["cn23", "receipt"])
def test_a_paper_there_is_none_of_is_missing(operator, kind):
    assert operator.get(page("paper", declared(a_shipment_in("booked")), kind)).status_code == 404


def test_an_unbooked_parcel_has_no_label(operator):
    assert operator.get(page("paper", an_asked_shipment(), "label")).status_code == 404


def test_a_merchant_sees_no_shipment_of_anybody(merchant):
    shipment_id = a_shipment_in("booked")
    assert merchant.get(page("changelist")).status_code == 403
    assert merchant.get(page("paper", shipment_id, "label")).status_code == 404


def test_nobody_edits_a_shipment(operator):
    shipment_id = a_shipment_in("booked")
    assert operator.post(page("change", shipment_id), {"state": "delivered"}).status_code == 403
    assert operator.get(page("add")).status_code == 403
    assert operator.post(page("delete", shipment_id), {"post": "yes"}).status_code == 403
    assert Shipment.objects.get().state == "booked"


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("ask_again", "failed", "asked"),
        ("cancel", "booked", "cancel_asked"),
        ("cancel", "delivered", "delivered"),
    ],
)
def test_a_button_calls_its_service_and_says_its_no(operator, action, before, after):
    shipment_id = a_shipment_in(before)
    answer = operator.post(
        page("changelist"), {"action": action, "_selected_action": [shipment_id]}, follow=True
    )
    assert Shipment.objects.get().state == after
    assert ("already with the carrier" in answer.content.decode()) == (before == after)
