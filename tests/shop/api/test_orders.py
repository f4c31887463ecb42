"""Orders and tracking over the API."""

import pytest
from django.contrib.auth import get_user_model
from rest_framework.test import APIClient

from tests.orders.making import make_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return get_user_model().objects.create_user("ada@example.com", "a-long-password")


@pytest.fixture
def order(scarf, ada):
    return make_order((scarf, 1), customer_id=ada.pk)


def _as(user):
    client = APIClient()
    client.force_login(user)
    return client


def test_a_customer_sees_their_orders(order, ada):
    listed = _as(ada).get("/api/v1/orders/").json()
    assert [(one["number"], one["state"]) for one in listed] == [(order.number, "awaiting_payment")]


def test_an_order_explains_every_charge(order, ada):
    answer = _as(ada).get(f"/api/v1/orders/{order.token}/").json()
    charges = [charge for stop in answer["journey"] for charge in stop["charges"]]
    assert {charge["kind"] for charge in charges} == {"duty", "vat"}
    assert all(charge["source"] for charge in charges)


def test_another_customers_order_is_like_a_missing_one(order):
    other = _as(get_user_model().objects.create_user("eve@example.com", "a-long-password"))
    foreign, missing = (other.get(f"/api/v1/orders/{token}/") for token in (order.token, "none"))
    assert (foreign.status_code, foreign.json()) == (missing.status_code, missing.json())


def test_a_strange_token_is_a_missing_order(order, ada):
    assert _as(ada).get("/api/v1/orders/%00/").status_code == 404


def test_the_list_has_an_end(scarf, ada, monkeypatch):
    monkeypatch.setattr("shop.api.orders._MOST_LISTED", 2)
    numbers = [make_order((scarf, 1), customer_id=ada.pk).number for _order in range(3)]
    assert [one["number"] for one in _as(ada).get("/api/v1/orders/").json()] == [numbers[2], numbers[1]]


def test_nobody_sees_orders_without_an_account(order, api):
    assert api.get("/api/v1/orders/").status_code == 403
    assert api.get(f"/api/v1/orders/{order.token}/").status_code == 403


def test_tracking_by_link_tells_nothing_personal(order, api):
    answer = api.get(f"/api/v1/tracking/{order.token}/")
    assert answer.json()["number"] == order.number
    assert "ada@example.com" not in answer.content.decode()
    assert "Torstra" not in answer.content.decode()


def test_guessing_links_is_limited(order, api):
    statuses = [api.get(f"/api/v1/tracking/guess{n}/").status_code for n in range(25)]
    assert statuses[0] == 404
    assert statuses[-1] == 429
