"""The JSON quote: read strictly, answered in full, refused by field path."""

import json
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from localization.models import ExchangeRate
from localization.rates import RateUnavailable
from localization.selectors import RATES
from localization.services.load_rates import load_rates
from logistics.landed_cost import CannotQuote
from logistics.quote_payload import BadQuote
from logistics.refusals import NoFreight
from logistics.services.load_freight import load_freight
from logistics.services.load_tariff import load_tariff
from logistics.services.quote_consignment import quote_consignment

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


@pytest.fixture(autouse=True)
def _tariffs():
    load_tariff()


def _payload(**changes):
    payload = {
        "destination": {"country": "DE", "postcode": "10115"},
        "ship_from": "CN",
        "currency": "EUR",
        "freight": "12.00",
        "registrations": ["IOSS"],
        "as_of": "2026-11-22",
        "lines": [SCARF],
    }
    return {**payload, **changes}


def _errors(payload):
    with pytest.raises(BadQuote) as refusal:
        quote_consignment(payload)
    return set(refusal.value.errors)


def test_a_scarf_to_berlin_is_answered_with_every_charge():
    answer = quote_consignment(_payload()).to_json()
    assert (answer["scheme"], answer["collected"]) == ("IOSS", "checkout")
    assert answer["delivered"] == {"amount": "63.69", "currency": "EUR"}
    duty, vat = answer["charges"]
    assert (duty["rule"], duty["amount"]["amount"]) == ("flat-duty", "3.00")
    assert (vat["base"]["amount"], vat["rate"], vat["amount"]["amount"]) == ("51.00", "0.19", "9.69")
    assert duty["source"].startswith("https://globalimportblog.bakermckenzie.com/2026/07/02/")


def test_the_same_payload_gives_the_same_answer_to_the_letter():
    first, again = (json.dumps(quote_consignment(_payload()).to_json()) for _ in range(2))
    assert first == again
    assert quote_consignment(_payload()).to_text() == quote_consignment(_payload()).to_text()


def test_the_text_explains_each_charge():
    text = quote_consignment(_payload()).to_text()
    assert "CN -> DE on 2026-11-22, scheme IOSS" in text
    assert "line 1: 19 % on 51.00 EUR" in text
    assert "rule ioss-vat (IOSS), EU:IOSS, from 2024-01-01" in text
    assert "source [H] EU TEDB" in text


def test_the_past_is_reckoned_by_its_own_rules():
    answer = quote_consignment(_payload(as_of="2026-06-30"))
    assert [charge.rule for charge in answer.landed.charges] == ["ioss-vat"]


def test_the_callers_registrations_count_when_the_payload_names_none(settings):
    settings.REGISTRATIONS = {}
    payload = _payload()
    del payload["registrations"]
    assert quote_consignment(payload).landed.scheme == "low-value"
    assert quote_consignment(payload, registrations=frozenset({"IOSS"})).landed.scheme == "IOSS"


def test_digits_of_other_scripts_and_numbers_of_json_are_read():
    line = {**SCARF, "value": "٣٩٫٠٠".replace("٫", "."), "hs_code": "٦٢١٤١٠", "quantity": "２"}
    assert quote_consignment(_payload(lines=[line])).landed.total.amount == Decimal("12.69")
    assert quote_consignment(_payload(lines=[{**SCARF, "value": 39.0}])).landed.total.amount == Decimal(
        "12.69"
    )


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"destination": {"country": "XX"}}, "destination.country"),
        ({"destination": "DE"}, "destination"),
        ({"destination": {"country": "DE", "zip": "1"}}, "destination.zip"),
        ({"ship_from": "china"}, "ship_from"),
        ({"currency": "EURO"}, "currency"),
        ({"currency": None}, "currency"),
        ({"freight": "-1"}, "freight"),
        ({"freight": "NaN"}, "freight"),
        ({"freight": float("nan")}, "freight"),
        ({"freight": float("inf")}, "freight"),
        ({"freight": True}, "freight"),
        ({"freight": "1.005"}, "freight"),
        ({"freight": "1,50"}, "freight"),
        ({"freight": "9" * 30}, "freight"),
        ({"freight": "1", "service": "post"}, "freight"),
        ({"as_of": "2026-02-30"}, "as_of"),
        ({"as_of": 20261122}, "as_of"),
        ({"as_of": "20261122"}, "as_of"),
        ({"as_of": "0001-01-01"}, "as_of"),
        ({"as_of": "9999-12-31"}, "as_of"),
        ({"registrations": "IOSS"}, "registrations"),
        ({"mode": "pigeon"}, "mode"),
        ({"ship_form": "CN"}, "ship_form"),
        ({"lines": []}, "lines"),
        ({"lines": "x"}, "lines"),
        ({"lines": [7]}, "lines[0]"),
        ({"lines": [SCARF, SCARF]}, "lines[1].id"),
        ({"lines": [{**SCARF, "value": "-39"}]}, "lines[0].value"),
        ({"lines": [{**SCARF, "value": None}]}, "lines[0].value"),
        ({"lines": [{**SCARF, "quantity": 0}]}, "lines[0].quantity"),
        ({"lines": [{**SCARF, "quantity": 1.5}]}, "lines[0].quantity"),
        ({"lines": [{**SCARF, "weight_grams": -1}]}, "lines[0].weight_grams"),
        ({"lines": [{**SCARF, "hs_code": 621410}]}, "lines[0].hs_code"),
        ({"lines": [{**SCARF, "currency": "euro"}]}, "lines[0].currency"),
        ({"lines": [{**SCARF, "hscode": "621410"}]}, "lines[0].hscode"),
        ({"lines": [{**SCARF, "personal": "yes"}]}, "lines[0].personal"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_field(changes, path):
    assert path in _errors(_payload(**changes))


def test_what_is_no_object_is_refused():
    for payload in ([], "x", None, 7):
        with pytest.raises(BadQuote):
            quote_consignment(payload)


def test_a_missing_customs_fact_is_named_by_line():
    with pytest.raises(CannotQuote) as refusal:
        quote_consignment(_payload(lines=[{**SCARF, "id": "shawl", "origin": ""}]))
    assert (refusal.value.reason, refusal.value.line_id) == ("missing_origin", "shawl")


def test_goods_in_another_currency_need_a_rate_of_the_day():
    ExchangeRate.objects.all().delete()
    RATES.forget()
    payload = _payload(lines=[{**SCARF, "value": "300", "currency": "CNY"}])
    with pytest.raises(RateUnavailable):
        quote_consignment(payload)


def test_rates_used_are_part_of_the_answer():
    load_rates()
    day = ExchangeRate.objects.filter(currency="CNY").latest("day").day
    payload = _payload(as_of=day.isoformat(), lines=[{**SCARF, "value": "300", "currency": "CNY"}])
    (used,) = quote_consignment(payload).landed.fx
    assert (used.source, used.target) == ("CNY", "EUR")
    assert used.day <= day <= date(2100, 1, 1)


def test_a_freight_service_gives_price_mode_and_terms():
    load_rates()
    load_freight()
    payload = _payload()
    del payload["freight"]
    with pytest.raises(NoFreight):
        quote_consignment({**payload, "service": "pigeon"})


def test_a_warm_quote_asks_no_query(django_assert_num_queries):
    quote_consignment(_payload())
    with django_assert_num_queries(0):
        quote_consignment(_payload())


def test_a_quote_takes_a_region_history_and_rates_of_its_own():
    answer = quote_consignment(
        _payload(
            destination={"country": "US", "postcode": "10001", "region": "US-NY"},
            currency="EUR",
            clearance_fee="5.00",
            buyer_day="10.00",
            buyer_parcels=2,
            fx=[{"source": "EUR", "target": "USD", "rate": "1.25", "provider": "CBP"}],
        )
    )
    assert answer.consignment.region == "NY"
    assert (answer.consignment.buyer_day, answer.consignment.buyer_parcels) == (Money("10.00", "EUR"), 2)
    assert answer.landed.fees == Money("5.00", "EUR")
    assert [(rate.source, rate.target, str(rate.rate)) for rate in answer.landed.fx] == [
        ("EUR", "USD", "1.25"),
        ("USD", "EUR", "0.8"),
    ]
