"""The EU's H7: which parcels it declares, who collects the VAT, and what it says of each item."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from localization.addresses import Address
from localization.rates import FxTable, Quotation
from logistics.messages.h7 import h7, takes_h7
from logistics.messages.parcel import DeclaredParcel, IncompleteDeclaration
from tests.logistics.parcels import HANGZHOU, NUMBER, PORTO, SCARF, a_request

FX = FxTable(rows={"USD": Quotation(rate=Decimal("1.1600"), day=date(2026, 11, 20), provider="ECB")})
LAS_PALMAS = Address(name="A", street="Calle Triana 1", city="Las Palmas", country="ES", postcode="35002")
MADRID = Address(name="A", street="Gran Vía 1", city="Madrid", country="ES", postcode="28013")
BELFAST = Address(name="A", street="1 Donegall Place", city="Belfast", country="GB", postcode="BT1 5AA")
LONDON = Address(name="A", street="1 Strand", city="London", country="GB", postcode="WC2N 5HR")


def parcel(**changes):
    return DeclaredParcel(request=a_request(**changes), number=NUMBER)


def of(value=None, **changes):
    """A parcel with one line, changed."""
    return parcel(lines=(replace(SCARF, **{**changes, **({"value": value} if value else {})}),))


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (Money("150.00", "EUR"), True),
        (Money("150.01", "EUR"), False),
        (Money("174.00", "USD"), True),  # EUR 150.00
        (Money("174.02", "USD"), False),
        (Money("1.00", "KWD"), False),  # no rate: the fuller declaration
    ],
)
def test_it_declares_up_to_150_euro(value, taken):
    assert takes_h7(of(value), FX) is taken


@pytest.mark.parametrize(
    ("code", "taken"), [("621410", True), ("220421", False), ("240311", False), ("330300", False)]
)
def test_alcohol_tobacco_and_perfume_are_left_to_the_full_declaration(code, taken):
    assert takes_h7(of(hs_code=code), FX) is taken


@pytest.mark.parametrize(
    ("sender", "recipient", "taken"),
    [
        (HANGZHOU, PORTO, True),
        (HANGZHOU, BELFAST, True),
        (HANGZHOU, LONDON, False),
        (PORTO, LONDON, False),
        (MADRID, LAS_PALMAS, False),
    ],
    ids=["china to portugal", "to northern ireland", "to london", "out of the union", "to the canaries"],
)
def test_it_declares_what_enters_the_customs_territory_of_the_union(sender, recipient, taken):
    assert takes_h7(parcel(sender=sender, recipient=recipient), FX) is taken


@pytest.mark.parametrize(
    ("registration", "incoterm", "procedure", "references"),
    [
        ("IM2760000158", "DDP", "F48", [{"role": "FR5", "number": "IM2760000158"}]),
        ("IM2760000158", "DAP", "F48", [{"role": "FR5", "number": "IM2760000158"}]),
        ("", "DAP", "F49", []),
        ("", "DDP", "F53", []),
        ("GB999999973", "DDP", "F53", []),
    ],
)
def test_the_procedure_says_who_collects_the_vat(registration, incoterm, procedure, references):
    data = h7(parcel(registration_number=registration, incoterm=incoterm))
    assert data["additional_procedure"] == procedure
    assert data["additional_fiscal_references"] == references


def test_each_item_has_its_six_digits_product_numbers_and_value():
    line = replace(
        SCARF, hs_code="6214100090", merchant_product_id="QP-1", manufacturer_product_id="GTIN 4006381333931"
    )
    assert h7(parcel(lines=(line,)))["goods"] == [
        {
            "number": 1,
            "description": "Scarf, 100 % silk",
            "hs6": "621410",
            "origin": "CN",
            "quantity": 1,
            "gross_mass_grams": 180,
            "intrinsic_value": {"amount": "39.00", "currency": "EUR"},
            "merchant_product_id": "QP-1",
            "manufacturer_product_id": "GTIN 4006381333931",
        }
    ]


def test_freight_stands_apart_from_the_intrinsic_value():
    data = h7(parcel(lines=(SCARF, SCARF), insurance=Money("1.00", "EUR")))
    assert data["intrinsic_value"] == {"amount": "78.00", "currency": "EUR"}
    assert data["transport_and_insurance"] == [
        {"amount": "5.90", "currency": "EUR"},
        {"amount": "1.00", "currency": "EUR"},
    ]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("hs_code", "6214"), ("hs_code", "62141x"), ("origin", ""), ("description", " "), ("weight_grams", 0)],
)
def test_what_customs_would_ask_for_is_named(field, wrong):
    with pytest.raises(IncompleteDeclaration) as refusal:
        h7(of(**{field: wrong}))
    assert refusal.value.facts == {"sku": "scarf-ink", "field": field}
