"""Indonesia: uniform duties up to USD 1,500 and VAT from the first dollar.

At IDR 16,000 to the US dollar, USD 3 are IDR 48,000 and USD 1,500 are IDR 24,000,000.
"""

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(value, *, hs_code="950300", **facts):
    return quoted(parcel("ID", "IDR", line(value, "IDR", hs_code=hs_code), **facts))


def test_three_dollars_of_goods_owe_vat_alone():
    free = _quoted("48000", freight="16000")
    assert (free.scheme, amounts(free)) == ("relief-3", [("import-vat", "7040.00")])
    # 7.5 % of 64,100 and 11 % of 68,907.50
    over = _quoted("48100", freight="16000")
    assert (over.scheme, amounts(over)) == (
        "consignment-1500",
        [("consignment-duty", "4807.50"), ("import-vat", "7579.83")],
    )


@pytest.mark.parametrize(
    ("hs_code", "duty", "vat"),
    [
        ("950300", "75000.00", "118250.00"),
        ("910211", "150000.00", "126500.00"),
        ("330499", "150000.00", "126500.00"),
        ("732393", "150000.00", "126500.00"),
        ("420221", "250000.00", "137500.00"),
        ("621410", "250000.00", "137500.00"),
        ("640399", "250000.00", "137500.00"),
        ("871200", "250000.00", "137500.00"),
        ("490110", "0.00", "0.00"),
    ],
)
def test_the_duty_goes_by_kind_of_goods(hs_code, duty, vat):
    answer = _quoted("1000000", hs_code=hs_code)
    assert amounts(answer) == [("consignment-duty", duty), ("import-vat", vat)]


def test_above_fifteen_hundred_dollars_there_is_no_quote():
    assert _quoted("24000000", freight="500000").scheme == "consignment-1500"
    with pytest.raises(CannotQuote) as refusal:
        _quoted("24000001")
    assert (refusal.value.reason, refusal.value.detail) == (
        "over_limit",
        "above USD 1,500 an ordinary import declaration with income tax is needed",
    )


def test_a_sale_within_the_country_has_vat():
    assert amounts(_quoted("90000", freight="10000", ship_from="ID")) == [("supply-vat", "11000.00")]


def test_wine_is_refused():
    with pytest.raises(CannotQuote, match="excise duty on alcohol and tobacco"):
        _quoted("40000", hs_code="220421")
