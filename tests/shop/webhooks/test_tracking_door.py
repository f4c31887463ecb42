"""The door carriers knock at: a forged message and an unknown carrier get their status."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("door", "status"), [("unknown", 404), ("sandbox", 400)])
def test_what_is_not_a_carrier_s_is_refused(client: Client, door: str, status: int) -> None:
    answer = client.post(
        f"/webhooks/tracking/{door}/",
        b"{}",
        content_type="application/json",
        headers={"Causeway-Signature": "t=1,v1=00"},
    )

    assert answer.status_code == status


def test_a_body_that_is_too_long_is_refused(client: Client) -> None:
    answer = client.post(
        "/webhooks/tracking/sandbox/", b"x" * (256 * 1024 + 1), content_type="application/json"
    )

    assert answer.status_code == 413
