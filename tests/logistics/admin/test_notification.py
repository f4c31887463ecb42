"""Carriers' messages in the back office: what came to nothing is applied again at a press."""

import pytest
from django.urls import reverse

from localization import clock
from localization.services.load_markets import load_markets
from logistics.models import Shipment, TrackingNotification
from logistics.selectors import attention
from tests.logistics.parcels import a_shipment_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client, django_user_model):
    load_markets()
    user = django_user_model.objects.create(email="op@causeway.example", is_staff=True, is_superuser=True)
    client.force_login(user)
    return client


def test_a_parked_message_is_counted_and_put_back(operator):
    message = TrackingNotification.objects.create(
        carrier="sandbox", event_id="e", body=b"{}", received_at=clock.now(), outcome="parked", tries=5
    )
    before = attention.unplaced_messages()
    url = reverse("admin:logistics_trackingnotification_changelist")
    operator.post(url, {"action": "try_again", "_selected_action": [message.pk]})
    message.refresh_from_db()
    assert (before, message.outcome, message.tries) == (1, "stored", 0)


def test_a_parked_shipment_is_work_on_the_start_page_and_goes_on_at_a_press(operator):
    shipment_id = a_shipment_in("booked", parked_at=clock.now(), faults=5, problem="Refused: 422")
    start = operator.get(reverse("admin:index")).content.decode()
    url = reverse("admin:logistics_shipment_changelist")
    operator.post(url, {"action": "ask_again", "_selected_action": [shipment_id]})
    assert "1 shipment failed too often and was given up." in start
    assert Shipment.objects.get().parked_at is None
    assert attention.parked_shipments() == 0
