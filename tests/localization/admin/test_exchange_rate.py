"""Exchange rates in the back office."""

from decimal import Decimal

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from localization.models import ExchangeRate, Market
from localization.services.load_markets import load_markets
from localization.states import RateState

LIST = reverse("admin:localization_exchangerate_changelist")
ADD = reverse("admin:localization_exchangerate_add")


@pytest.fixture(autouse=True)
def _shop(db):
    """The page that says no is the shop's own and knows its markets."""
    load_markets()


@pytest.fixture
def operator(admin_client):
    with time_machine.travel("2026-11-20 12:00"):
        yield admin_client


def decide(client, action, *rates):
    return client.post(LIST, {"action": action, "_selected_action": [rate.pk for rate in rates]}, follow=True)


@pytest.mark.parametrize(
    ("action", "state"), [("put_into_use", RateState.IN_USE), ("dismiss", RateState.DISMISSED)]
)
def test_a_button_decides_on_a_held_rate(operator, stored_rate, admin_user, action, state):
    held = stored_rate("USD", "1.5", state=RateState.HELD)
    answer = decide(operator, action, held)
    held.refresh_from_db()
    assert held.state == state
    assert held.history.get().actor == str(admin_user)
    assert "1 rate was decided." in answer.text


def test_a_rate_that_is_not_held_is_left_alone_and_the_refusal_shown(operator, stored_rate):
    rate = stored_rate("USD", "1.5")
    answer = decide(operator, "dismiss", rate)
    rate.refresh_from_db()
    assert rate.state == RateState.IN_USE
    assert "cannot become" in answer.text


def test_a_stored_rate_cannot_be_edited_or_deleted(operator, stored_rate):
    rate = stored_rate("USD", "1.5")
    page = reverse("admin:localization_exchangerate_change", args=[rate.pk])
    assert operator.get(page).status_code == 200
    assert operator.post(page, {"rate": "9"}).status_code == 403
    delete = reverse("admin:localization_exchangerate_delete", args=[rate.pk])
    assert operator.post(delete, {"post": "yes"}).status_code == 403
    rate.refresh_from_db()
    assert rate.rate == Decimal("1.5")


def test_a_rate_set_by_hand_goes_through_its_service(operator, admin_user):
    form = {"currency": "VND", "day": "2026-11-20", "rate": "30000", "reason": "bank says so"}
    answer = operator.post(ADD, {**form, **NO_HISTORY})
    assert answer.status_code == 302
    rate = ExchangeRate.objects.get()
    assert (rate.provider, rate.rate, rate.state) == ("manual", Decimal(30000), RateState.IN_USE)
    assert rate.history.get().actor == str(admin_user)


@pytest.mark.parametrize(
    "wrong", [{"rate": "-1"}, {"currency": "EUR"}, {"day": "2026-12-24"}, {"reason": ""}]
)
def test_a_form_with_no_rate_is_refused_and_shows_why(operator, wrong):
    form = {"currency": "VND", "day": "2026-11-20", "rate": "30000", "reason": "bank says so"}
    answer = operator.post(ADD, {**form, **NO_HISTORY, **wrong})
    assert answer.status_code == 200
    assert not ExchangeRate.objects.exists()


def test_a_merchant_sees_no_exchange_rates_whatever_the_permissions(client, stored_rate, db):
    held = stored_rate("USD", "1.5", state=RateState.HELD)
    user = get_user_model().objects.create(email="merchant@example.org", is_staff=True)
    user.user_permissions.set(Permission.objects.all())
    client.force_login(user)
    assert client.get(LIST).status_code == 403
    assert decide(client, "put_into_use", held).status_code == 403
    held.refresh_from_db()
    assert held.state == RateState.HELD


def test_markets_are_shown_and_not_edited(operator, loaded_markets):
    market = Market.objects.get(code="de")
    assert operator.get(reverse("admin:localization_market_changelist")).status_code == 200
    page = reverse("admin:localization_market_change", args=[market.pk])
    assert operator.get(page).status_code == 200
    assert operator.post(page, {"uplift": "0.5"}).status_code == 403


NO_HISTORY = {
    "history-TOTAL_FORMS": "0",
    "history-INITIAL_FORMS": "0",
    "history-MIN_NUM_FORMS": "0",
    "history-MAX_NUM_FORMS": "0",
}
