"""Acting again on a message that was given up."""

import pytest
from django.test import TestCase

from localization import clock
from payments.models import Handling, Notification
from payments.services.retry_notification import retry_notification


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    heard: list[int] = []
    monkeypatch.setattr("payments.tasks.apply_notification.delay", heard.append)
    return heard


def _message(handling: Handling) -> Notification:
    return Notification.objects.create(
        gateway="sandbox",
        event_id="e",
        kind="payment.captured",
        body=b"",
        received_at=clock.now(),
        handling=handling,
        tries=5,
    )


def test_a_parked_message_waits_again(db: None, woken: list[int]) -> None:
    message = _message(Handling.PARKED)
    with TestCase.captureOnCommitCallbacks(execute=True):
        retry_notification(notification_id=message.pk)
    message.refresh_from_db()

    assert (message.handling, message.tries) == ("waiting", 0)
    assert woken == [message.pk]


@pytest.mark.parametrize("handling", [Handling.APPLIED, Handling.IGNORED, Handling.WAITING])
def test_any_other_message_is_left_as_it_is(db: None, woken: list[int], handling: Handling) -> None:
    message = _message(handling)
    with TestCase.captureOnCommitCallbacks(execute=True):
        retry_notification(notification_id=message.pk)
    message.refresh_from_db()

    assert (message.handling, message.tries) == (handling, 5)
    assert woken == []
