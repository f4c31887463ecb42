"""Which customs form a parcel needs, and what stands on it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from localization.addresses import Address
from localization.rates import FxTable, Quotation
from logistics.declarations import declaration_content, form_for, needs_declaration
from tests.logistics.parcels import BERLIN, HANGZHOU, PORTO, SCARF, a_request

FX = FxTable(rows={"USD": Quotation(rate=Decimal("1.1600"), day=date(2026, 11, 20), provider="ECB")})
BELFAST = Address(name="A", street="1 Donegall Place", city="Belfast", country="GB", postcode="BT1 5AA")
LAS_PALMAS = Address(
    name="A", street="Calle Mayor de Triana 1", city="Las Palmas", country="ES", postcode="35002"
)
MADRID = Address(name="A", street="Gran Vía 1", city="Madrid", country="ES", postcode="28013")
LONDON = Address(name="A", street="1 Strand", city="London", country="GB", postcode="WC2N 5HR")


@pytest.mark.parametrize(
    ("value", "grams", "form"),
    [
        (Money("350.00", "EUR"), 2000, "cn22"),
        (Money("350.01", "EUR"), 180, "cn23"),
        (Money("39.00", "EUR"), 2001, "cn23"),
        (Money("406.00", "USD"), 180, "cn22"),  # EUR 350.00
        (Money("406.02", "USD"), 180, "cn23"),
        (Money("1.00", "KWD"), 180, "cn23"),  # no rate: the fuller form
    ],
)
def test_light_parcels_of_small_value_take_the_short_form(value, grams, form):
    assert form_for([replace(SCARF, value=value, weight_grams=grams)], FX) == form


def test_lines_are_added_up_before_the_limit_is_asked():
    line = replace(SCARF, value=Money("175.01", "EUR"))
    assert form_for([line, line], FX) == "cn23"


@pytest.mark.parametrize(
    ("sender", "recipient", "needed"),
    [
        (HANGZHOU, BERLIN, True),
        (PORTO, BERLIN, False),
        (PORTO, LONDON, True),
        (PORTO, BELFAST, False),
        (HANGZHOU, HANGZHOU, False),
        (MADRID, LAS_PALMAS, True),
        (LAS_PALMAS, MADRID, True),
    ],
    ids=[
        "china to germany",
        "inside the union",
        "to london",
        "to northern ireland",
        "at home",
        "to the canaries",
        "from the canaries",
    ],
)
def test_a_form_is_needed_where_a_customs_or_tax_border_is_crossed(sender, recipient, needed):
    assert needs_declaration(a_request(sender=sender, recipient=recipient)) is needed


def test_the_declaration_says_what_customs_asks():
    content = declaration_content(a_request(lines=(SCARF, replace(SCARF, quantity=2))))
    assert content["category"] == "sale_of_goods"
    assert content["total_value"] == {"amount": "78.00", "currency": "EUR"}
    assert content["total_weight_grams"] == 360
    assert content["lines"][0] == {
        "description": "Scarf, 100 % silk",
        "quantity": 1,
        "net_weight_grams": 180,
        "value": {"amount": "39.00", "currency": "EUR"},
        "hs_code": "621410",
        "origin": "CN",
    }
