"""The advance data of a postal item says what its paper form says."""

from dataclasses import replace

from logistics.messages.itmatt import itmatt
from logistics.messages.parcel import DeclaredParcel
from tests.logistics.parcels import NUMBER, SCARF, a_request


def test_it_names_both_ends_the_item_and_its_pieces():
    lines = (SCARF, replace(SCARF, quantity=2, weight_grams=360, hs_code="6214100090"))
    data = itmatt(DeclaredParcel(request=a_request(lines=lines, tax_id="123.456.789-09"), number=NUMBER))
    assert (data["item_id"], data["addressee_reference"]) == (NUMBER, "123.456.789-09")
    assert data["sender_reference"] == "IM2760000742"
    assert data["addressee"]["lines"] == ["Ada Kurz", "Torstraße 12", "10119 Berlin", "GERMANY"]
    assert (data["gross_weight_grams"], data["declared_value"]) == (
        540,
        {"amount": "78.00", "currency": "EUR"},
    )
    assert data["content_pieces"][1] == {
        "number": 2,
        "description": "Scarf, 100 % silk",
        "units": 2,
        "net_weight_grams": 360,
        "declared_value": {"amount": "39.00", "currency": "EUR"},
        "hs_code": "621410",
        "origin": "CN",
    }
