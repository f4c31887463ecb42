"""Viet Nam: no relief for express parcels since 2025-02-18, and a VAT rate that is lower for a time."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(value, *, hs_code="621410", **facts):
    return quoted(parcel("VN", "VND", line(value, "VND", hs_code=hs_code), **facts))


@pytest.mark.parametrize(
    ("day", "mode", "scheme", "charges"),
    [
        (date(2025, 2, 17), "courier", "express-relief", []),
        (date(2025, 2, 17), "post", "standard", [("customs-duty", "200000"), ("import-vat", "96000")]),
        (date(2025, 2, 18), "courier", "standard", [("customs-duty", "200000"), ("import-vat", "96000")]),
        (date(2026, 12, 31), "courier", "standard", [("customs-duty", "200000"), ("import-vat", "96000")]),
        (date(2027, 1, 1), "courier", "standard", [("customs-duty", "200000"), ("import-vat", "120000")]),
    ],
)
def test_a_parcel_of_a_million_dong_is_charged_by_the_rules_of_its_day(day, mode, scheme, charges):
    answer = _quoted("900000", freight="100000", on=day, service_mode=mode)
    assert (answer.scheme, amounts(answer)) == (scheme, charges)


def test_a_dong_above_a_million_had_no_relief():
    assert _quoted("900000", freight="100001", on=date(2025, 2, 17)).scheme == "standard"


def test_metal_goods_keep_the_full_vat():
    # 25 % of 1,000,000, then 10 % of 1,250,000
    assert amounts(_quoted("1000000", hs_code="732393")) == [
        ("customs-duty", "250000"),
        ("import-vat", "125000"),
    ]


def test_a_proof_of_origin_takes_the_duty_away():
    shoes = line("1000000", "VND", hs_code="640399", origin="PT", proof_of_origin=True)
    assert amounts(quoted(parcel("VN", "VND", shoes, ship_from="PT"))) == [
        ("customs-duty", "0"),
        ("import-vat", "80000"),
    ]


def test_a_sale_within_the_country_has_vat():
    assert amounts(_quoted("900000", freight="100000", ship_from="VN")) == [("supply-vat", "80000")]


def test_wine_is_refused():
    with pytest.raises(CannotQuote, match="excise duty on alcohol and tobacco"):
        _quoted("500000", hs_code="220421")
