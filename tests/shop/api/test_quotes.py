"""Landed-cost quotes over the API."""

import pytest

pytestmark = pytest.mark.django_db
SCARF = {
    "id": "1",
    "description": "Silk scarf",
    "hs_code": "621410",
    "origin": "CN",
    "value": "39.00",
    "weight_grams": 180,
    "quantity": 1,
}
TO_BERLIN = {
    "destination": {"country": "DE", "postcode": "10115"},
    "ship_from": "CN",
    "currency": "EUR",
    "freight": "12.00",
    "as_of": "2026-11-22",
    "lines": [SCARF],
}


def test_a_scarf_to_berlin_costs_its_duty_and_vat(api, scarf):
    quote = api.post("/api/v1/quotes/", TO_BERLIN, format="json").json()
    assert [(c["kind"], c["amount"]["amount"]) for c in quote["charges"]] == [
        ("duty", "3.00"),
        ("vat", "9.69"),
    ]
    assert quote["delivered"] == {"amount": "63.69", "currency": "EUR"}
    assert all(charge["source"] and charge["effective_from"] for charge in quote["charges"])


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"lines": [{**SCARF, "quantity": -1}]}, "lines[0].quantity"),
        ({"lines": [{**SCARF, "value": "NaN"}]}, "lines[0].value"),
        ({"lines": []}, "lines"),
        ({"currency": "eur"}, "currency"),
        ({"destination": {"country": "XX"}}, "destination.country"),
    ],
)
def test_a_bad_quote_names_its_field(api, scarf, change, path):
    answer = api.post("/api/v1/quotes/", {**TO_BERLIN, **change}, format="json")
    assert answer.status_code == 400
    assert path in answer.json()["errors"]


def test_a_missing_hs_code_is_a_typed_refusal_not_a_free_import(api, scarf):
    answer = api.post("/api/v1/quotes/", {**TO_BERLIN, "lines": [{**SCARF, "hs_code": ""}]}, format="json")
    assert answer.status_code == 422
    assert "hs_code" in str(answer.json())


@pytest.mark.parametrize("body", ["[]", "3", '"text"', "null", "{", "[" * 3000])
def test_rubbish_is_a_400(api, scarf, body):
    assert api.post("/api/v1/quotes/", body, content_type="application/json").status_code == 400


def test_restrictions_of_the_goods_stand_in_the_answer(api, scarf):
    lines = [{**SCARF, "battery": "standalone"}]
    quote = api.post("/api/v1/quotes/", {**TO_BERLIN, "mode": "post", "lines": lines}, format="json").json()
    (found,) = quote["restrictions"]
    assert (found["rule"], found["kind"], found["line"], found["stops"]) == (
        "battery-alone-by-post",
        "banned",
        "1",
        True,
    )
    assert found["reason"] == "A lithium battery on its own cannot travel by post."
    assert (found["confidence"], found["effective_from"]) == ("BG", "2022-04-01")
    assert api.post("/api/v1/quotes/", TO_BERLIN, format="json").json()["restrictions"] == []


def test_a_battery_that_is_no_kind_of_battery_names_its_field(api, scarf):
    answer = api.post("/api/v1/quotes/", {**TO_BERLIN, "lines": [{**SCARF, "battery": "big"}]}, format="json")
    assert "lines[0].battery" in answer.json()["errors"]
