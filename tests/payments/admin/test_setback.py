"""Parked work in the back office: shown to operators, sent on its way again by a button."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from localization import clock
from localization.services.load_markets import load_markets
from payments.events import Work
from payments.models import Notification, Payment, Setback
from payments.selectors import parked_work


@pytest.fixture
def operator(db: None, client: Client) -> Client:
    load_markets()
    client.force_login(get_user_model().objects.create_superuser("op@causeway.test", "secret"))
    return client


@pytest.fixture
def parked(new_payment: Payment) -> Setback:
    now = clock.now()
    return Setback.objects.create(
        work=Work.CAPTURE,
        row_id=new_payment.pk,
        payment=new_payment,
        faults=5,
        problem="Misread: no JSON",
        since=now,
        run_after=now,
        parked_at=now,
    )


def _press(client: Client, model: str, row_id: int) -> int:
    url = reverse(f"admin:payments_{model}_try_again", args=[row_id])
    return client.post(url, {"_form_submitted": "on"}).status_code


def test_the_start_page_counts_it_and_the_list_says_why(operator: Client, parked: Setback) -> None:
    start = operator.get(reverse("admin:index")).content.decode()
    rows = operator.get(
        reverse("admin:payments_setback_changelist"), {"parked_at__isempty": 0}
    ).content.decode()

    assert "1 step of a payment failed too often and was given up." in start
    assert "Misread: no JSON" in rows
    assert parked_work() == 1


def test_the_button_sends_it_on_its_way(operator: Client, parked: Setback) -> None:
    assert _press(operator, "setback", parked.pk) == 200
    assert parked_work() == 0


def test_the_button_of_a_parked_message_lets_it_wait_again(operator: Client) -> None:
    message = Notification.objects.create(
        gateway="sandbox",
        event_id="e",
        kind="k",
        body=b"",
        received_at=clock.now(),
        handling="parked",
        tries=5,
    )

    assert _press(operator, "notification", message.pk) == 200
    message.refresh_from_db()
    assert (message.handling, message.tries) == ("waiting", 0)


@pytest.mark.parametrize("model", ["setback", "notification"])
def test_a_button_of_a_missing_row_is_a_missing_page(operator: Client, model: str) -> None:
    assert _press(operator, model, 404) == 404
