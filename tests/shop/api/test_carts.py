"""The caller's cart over the API."""

import pytest
from django.contrib.auth import get_user_model
from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


def _put(api, scarf, quantity=1, **extra):
    line = {"market": "de", "language": "en", "variant_id": scarf.pk, "quantity": quantity, **extra}
    return api.post("/api/v1/cart/lines/", line, format="json")


def test_a_guests_cart_is_kept_by_cookie(api, scarf):
    assert _put(api, scarf, 2).status_code == 201
    cart = api.get("/api/v1/cart/").json()
    assert [(line["sku"], line["quantity"]) for line in cart["lines"]] == [("SCARF", 2)]


def test_a_sent_price_is_ignored(api, scarf):
    cheap = _put(api, scarf, 1, unit_price={"amount": "0.01", "currency": "EUR"}, total="0.01").json()
    assert cheap["lines"][0]["unit_price"] == _put(APIClient(), scarf, 1).json()["lines"][0]["unit_price"]


def test_somebody_elses_cart_is_not_seen(api, scarf):
    _put(api, scarf)
    assert APIClient().get("/api/v1/cart/").status_code == 404


@pytest.mark.parametrize("quantity", [0, -1, 100, 2**63, 1.5, "1e3", None, "NaN"])
def test_a_senseless_quantity_is_refused_and_nothing_is_kept(api, scarf, quantity):
    assert _put(api, scarf, quantity).status_code == 400
    assert api.get("/api/v1/cart/").status_code == 404


def test_a_line_is_changed_and_taken_out(api, scarf):
    _put(api, scarf, 1)
    url = f"/api/v1/cart/lines/{scarf.pk}/"
    assert api.patch(url, {"quantity": 3}, format="json").json()["quantity"] == 3
    assert api.patch(url, {"quantity": 0}, format="json").json()["lines"] == []


def test_a_customers_cart_needs_the_csrf_token(scarf):
    user = get_user_model().objects.create_user("ada@example.com", "a-long-password")
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(user)
    assert _put(client, scarf).status_code == 403
