"""The back office of payments: operators see all and change nothing but by buttons; merchants see nothing."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from localization.services.load_markets import load_markets
from payments.models import JournalEntry, Payment
from payments.states import PaymentState
from tests.payments.conftest import Sandbox, fresh

_MODELS = ("payment", "refund", "journalentry", "notification")


@pytest.fixture(autouse=True)
def _shop(db: None) -> None:
    """The page that says no is the shop's own and knows its markets."""
    load_markets()


@pytest.fixture
def operator(db: None, client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("op@causeway.test", "secret"))
    return client


def _press(client: Client, button: str, payment: Payment, **typed: str) -> object:
    url = reverse(f"admin:payments_payment_{button}", args=[payment.pk])
    return client.post(url, {"_form_submitted": "on", **typed})


@pytest.mark.parametrize("model", _MODELS)
def test_operators_read_every_list(operator: Client, captured: Payment, model: str) -> None:
    assert operator.get(reverse(f"admin:payments_{model}_changelist")).status_code == 200


@pytest.mark.parametrize("model", _MODELS)
def test_nobody_adds_rows_by_hand(operator: Client, model: str) -> None:
    assert operator.get(reverse(f"admin:payments_{model}_add")).status_code == 403


@pytest.mark.parametrize("model", _MODELS)
def test_staff_without_rights_sees_nothing(client: Client, captured: Payment, model: str) -> None:
    client.force_login(get_user_model().objects.create_user("m@causeway.test", "secret", is_staff=True))

    assert client.get(reverse(f"admin:payments_{model}_changelist")).status_code == 403


def test_a_payment_shows_its_history_and_its_bookings(operator: Client, captured: Payment) -> None:
    page = operator.get(reverse("admin:payments_payment_change", args=[captured.pk])).content.decode()

    assert "Payable to a merchant" in page
    assert f"capture:{captured.captures.get().pk}" in page
    assert "capture asked" in page
    assert not {"merchant_payable", "capture_asked", "gateway: captured"} & set(re.split("[<>\\n]", page))


def test_a_journal_entry_cannot_be_posted_to(operator: Client, captured: Payment) -> None:
    entry = JournalEntry.objects.get()
    answer = operator.post(reverse("admin:payments_journalentry_change", args=[entry.pk]), {"key": "changed"})

    assert answer.status_code == 403
    assert JournalEntry.objects.get().key == entry.key


def test_the_refund_button_writes_a_wish_down(operator: Client, captured: Payment) -> None:
    _press(operator, "refund", captured, amount="29.90", reason="Scarf torn")

    refund = captured.refunds.get()
    assert (refund.minor, refund.reason, refund.state) == (2990, "Scarf torn", "asked")


def test_a_refund_above_what_was_paid_is_refused_in_words(operator: Client, captured: Payment) -> None:
    _press(operator, "refund", captured, amount="129.91", reason="Too much")
    page = operator.get(reverse("admin:payments_payment_change", args=[captured.pk])).content.decode()

    assert captured.refunds.count() == 0
    assert "Only an amount above zero" in page


def test_a_button_is_never_pressed_by_a_link(operator: Client, captured: Payment) -> None:
    operator.get(reverse("admin:payments_payment_refund", args=[captured.pk]), {"amount": "1", "reason": "x"})

    assert captured.refunds.count() == 0


def test_the_gateway_can_be_asked_by_a_button(operator: Client, started: Payment, sandbox: Sandbox) -> None:
    sandbox.pay(started.attempts.get().page_url)
    _press(operator, "ask_gateway", started)

    assert fresh(started).state == PaymentState.AUTHORIZED


def test_the_trial_balance_is_zero(operator: Client, captured: Payment) -> None:
    answer = operator.get(reverse("admin:payments_journalentry_trial_balance"))

    assert answer.context["totals"] == (captured.amount * 0,)
    assert all(not proof.rows for proof in answer.context["proofs"])
    assert "Duty payable: DE:Zoll" in answer.content.decode()


@pytest.mark.parametrize("button", ["ask_gateway", "refund", "capture_again", "void", "end_review"])
def test_a_button_of_a_missing_payment_answers_404(operator: Client, button: str) -> None:
    url = reverse(f"admin:payments_payment_{button}", args=[987654])
    assert operator.post(url, {"_form_submitted": "on", "amount": "1", "reason": "x"}).status_code == 404


def test_the_proofs_are_read_in_german(operator: Client, captured: Payment) -> None:
    url = reverse("admin:payments_journalentry_trial_balance")
    page = operator.get(url, headers={"accept-language": "de"}).content.decode()

    assert "Jeder Buchungssatz ist ausgeglichen" in page
    assert "Zollverbindlichkeit: DE:Zoll" in page
