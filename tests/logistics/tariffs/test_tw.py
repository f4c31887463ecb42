"""Taiwan: TWD 2,000 are free six times in half a year; duty and business tax are in whole dollars."""

import pytest

from logistics.landed_cost import CannotQuote
from logistics.landed_cost.routing import PARCELS_UNKNOWN
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(value, *, hs_code="621410", **facts):
    return quoted(parcel("TW", "TWD", line(value, "TWD", hs_code=hs_code), **{"buyer_parcels": 0, **facts}))


def test_two_thousand_dollars_with_freight_are_free_and_one_more_is_not():
    assert (_quoted("1700", freight="300").scheme, _quoted("1700", freight="300").charges) == (
        "relief-2000",
        (),
    )
    # 12 % of 2,001 is 240.12, 5 % of 2,241 is 112.05, the fee of 0.80 is not collected
    over = _quoted("1701", freight="300")
    assert amounts(over) == [
        ("customs-duty", "240.00"),
        ("trade-promotion-fee", "0.00"),
        ("import-vat", "112.00"),
    ]


def test_the_seventh_parcel_of_half_a_year_is_charged():
    assert _quoted("1700", buyer_parcels=5).scheme == "relief-2000"
    assert _quoted("1700", buyer_parcels=6).scheme == "standard"
    assert _quoted("1700", buyer_parcels=None).warnings == (PARCELS_UNKNOWN,)


def test_amounts_are_rounded_to_the_nearest_dollar():
    # Example TW-01 has a duty of 3.4 % on 12,125; at 3.5 % it is 424.38, and 5 % of 12,549 is 627.45.
    answer = _quoted("12125", hs_code="441911")
    assert amounts(answer) == [
        ("customs-duty", "424.00"),
        ("trade-promotion-fee", "0.00"),
        ("import-vat", "627.00"),
    ]


@pytest.mark.parametrize(("value", "fee"), [("248749", "0.00"), ("248750", "100.00")])
def test_the_trade_promotion_fee_is_collected_from_a_hundred_dollars(value, fee):
    assert amounts(_quoted(value, hs_code="950300"))[1] == ("trade-promotion-fee", fee)


def test_goods_with_a_tariff_quota_are_neither_free_nor_quoted():
    with pytest.raises(CannotQuote, match="071234"):
        _quoted("500", hs_code="071234")


@pytest.mark.parametrize("hs_code", ["220421", "240220", "852872"])
def test_goods_taxed_apart_are_refused(hs_code):
    with pytest.raises(CannotQuote, match="alcohol and tobacco tax or commodity tax"):
        _quoted("5000", hs_code=hs_code)


def test_a_sale_within_the_island_has_business_tax():
    assert amounts(_quoted("900", freight="100", ship_from="TW")) == [("supply-vat", "50.00")]
