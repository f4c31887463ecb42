"""The commercial invoice: it adds up, names what customs needs, and reads in every script."""

from dataclasses import replace

import pytest
from moneyed import Money

from localization.addresses import Address
from logistics.documents.invoice import invoice_data, invoice_pdf
from tests.logistics.documents.test_papers import HOSTILE, font_names
from tests.logistics.parcels import BERLIN, NUMBER, SCARF, a_request, utc

AT = utc(2026, 11, 22, 9)
DUBAI = Address(
    name="ليلى الهاشمي", street="شارع الوصل 12", city="", region="DU", country="AE", phone="+971 4 123"
)


def data_of(*, discount=None, **changes):
    return invoice_data(a_request(**changes), NUMBER, at=AT, discount=discount)


def test_freight_insurance_and_discount_stand_apart_and_add_up():
    lines = (SCARF, replace(SCARF, quantity=2, value=Money("78.00", "EUR")))
    data = data_of(lines=lines, insurance=Money("1.10", "EUR"), discount=Money("5.00", "EUR"))
    figures = [data[name] for name in ("goods", "discount", "freight", "insurance", "total")]
    assert figures == ["117.00 EUR", "-5.00 EUR", "5.90 EUR", "1.10 EUR", "119.00 EUR"]
    assert data["lines"][1]["unit_price"] == "39.00 EUR"
    assert (data["pieces"], data["weight"]) == ("3", "0.360 kg")


def test_freight_in_another_currency_is_stated_and_not_added():
    data = data_of(freight=Money("46", "CNY"), insurance=Money("0", "CNY"))
    assert (data["freight"], data["total"]) == ("46.00 CNY", "39.00 EUR")


@pytest.mark.parametrize(
    ("incoterm", "recipient", "stated"),
    [
        ("DDP", BERLIN, "DDP Berlin (Incoterms 2020)"),
        ("DAP", DUBAI, "DAP United Arab Emirates (AE) (Incoterms 2020)"),
    ],
)
def test_the_incoterm_names_its_place(incoterm, recipient, stated):
    assert data_of(incoterm=incoterm, recipient=recipient)["incoterm"] == stated


def test_it_carries_the_registration_tax_identifier_and_product_numbers():
    line = replace(SCARF, merchant_product_id="QP-1", manufacturer_product_id="GTIN 4006381333931")
    data = data_of(lines=(line,), tax_id="DE123456789")
    assert (data["registration"], data["buyer_tax_id"]) == ("IM2760000742", "DE123456789")
    assert data["lines"][0]["merchant_product_id"] == "QP-1"
    assert data["lines"][0]["manufacturer_product_id"] == "GTIN 4006381333931"
    assert (data["lines"][0]["hs_code"], data["lines"][0]["origin"]) == ("621410", "China (CN)")


def test_the_same_parcel_gives_the_same_bytes_and_every_script_has_a_font():
    request = a_request(recipient=DUBAI, lines=(replace(SCARF, description="Tea pot 青瓷"),))
    pdf = invoice_pdf(request, NUMBER, at=AT)
    assert pdf == invoice_pdf(request, NUMBER, at=AT)
    fonts = " ".join(font_names(pdf))
    assert "NotoSansArabic" in fonts
    assert "NotoSansCJKjp" in fonts


def test_hostile_text_stays_text():
    request = a_request(
        reference=HOSTILE, lines=(replace(SCARF, description=HOSTILE, merchant_product_id=HOSTILE),)
    )
    assert invoice_pdf(request, NUMBER, at=AT).startswith(b"%PDF-")
