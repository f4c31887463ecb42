"""The door customs knocks at: a message is stored before it is answered, a forged one and an unknown office are not."""

import pytest
from django.test import Client

from logistics.models import CustomsNotification
from tests.logistics.desk import DESK, told
from tests.logistics.parcels import signed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _desk(settings):
    settings.CUSTOMS = DESK


def knock(client: Client, door: str, message: dict) -> int:
    answer = client.post(
        f"/webhooks/customs/{door}/",
        message["body"],
        content_type="application/json",
        headers=message["headers"],
    )
    return answer.status_code


def test_a_proven_message_is_stored_once(client: Client) -> None:
    message = signed(told("accepted", 1))
    assert [knock(client, "sandbox", message) for _ in range(2)] == [200, 200]
    assert CustomsNotification.objects.get().event_id == "sd_1-1"


@pytest.mark.parametrize(("door", "secret", "status"), [("unknown", None, 404), ("sandbox", "forged", 400)])
def test_what_is_not_of_customs_is_refused(
    client: Client, door: str, secret: str | None, status: int
) -> None:
    assert knock(client, door, signed(told("released", 1), secret=secret)) == status
    assert not CustomsNotification.objects.exists()
