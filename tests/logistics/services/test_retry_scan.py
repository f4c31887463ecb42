"""Applying again a message that came to nothing, after a person looked at it."""

from datetime import timedelta

import pytest

from localization import clock
from logistics.models import TrackingNotification
from logistics.services.receive_scan import receive_scan
from logistics.services.retry_scan import retry_scan
from tests.logistics.parcels import an_event, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def woken(monkeypatch):
    heard = []
    monkeypatch.setattr("logistics.tasks.apply_scan.delay", heard.append)
    return heard


def a_message(outcome):
    event = an_event("EMD", clock.now() - timedelta(minutes=1))
    notification_id = receive_scan(carrier="sandbox", **signed(event))
    TrackingNotification.objects.update(outcome=outcome, tries=5)
    return notification_id


@pytest.mark.parametrize("outcome", ["parked", "unmatched", "unreadable"])
def test_what_came_to_nothing_is_applied_again(outcome, woken, django_capture_on_commit_callbacks):
    notification_id = a_message(outcome)
    with django_capture_on_commit_callbacks(execute=True):
        retry_scan(notification_id)
    notification = TrackingNotification.objects.get()
    assert (notification.outcome, notification.tries) == ("stored", 0)
    assert woken == [notification_id]


@pytest.mark.parametrize("outcome", ["stored", "applied"])
def test_any_other_message_is_left_as_it_is(outcome, woken, django_capture_on_commit_callbacks):
    notification_id = a_message(outcome)
    with django_capture_on_commit_callbacks(execute=True):
        retry_scan(notification_id)
    notification = TrackingNotification.objects.get()
    assert (notification.outcome, notification.tries) == (outcome, 5)
    assert woken == []
