"""Trying a message of customs again: only one that came to nothing, with all its tries."""

import pytest

from logistics.models import CustomsNotification
from logistics.services.receive_notice import receive_notice
from logistics.services.retry_notice import retry_notice
from tests.logistics.desk import DESK, told
from tests.logistics.parcels import signed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("before", "after", "announced"),
    [
        ("parked", "stored", 1),
        ("unmatched", "stored", 1),
        ("unreadable", "stored", 1),
        ("applied", "applied", 0),
    ],
)
def test_only_what_came_to_nothing_is_tried_again(
    settings, django_capture_on_commit_callbacks, before, after, announced
):
    settings.CUSTOMS = DESK
    notification_id = receive_notice(office="sandbox", **signed(told("accepted", 1)))
    CustomsNotification.objects.update(outcome=before, tries=5)
    with django_capture_on_commit_callbacks() as news:
        retry_notice(notification_id)
    stored = CustomsNotification.objects.get()
    assert (stored.outcome, len(news)) == (after, announced)
    assert stored.tries == (0 if announced else 5)
