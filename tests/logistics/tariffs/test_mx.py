"""Mexico: one rate in place of duty and VAT, by origin and place of shipping, and by the day."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(goods, origin="CN", hs_code="621410", **facts):
    return quoted(parcel("MX", "USD", line(goods, "USD", origin=origin, hs_code=hs_code), **facts))


@pytest.mark.parametrize(
    ("on", "owed"),
    [(date(2025, 8, 14), "95.00"), (date(2025, 8, 15), "167.50"), (date(2026, 11, 22), "167.50")],
)
def test_goods_without_treaty_pay_the_rate_of_their_day(on, owed):
    answer = _quoted("500", on=on)
    assert (answer.scheme, amounts(answer)) == ("simplified", [("single-rate", owed)])


def test_the_rules_of_2026_are_marked_as_weak():
    assert [_quoted("500", on=date(year, 12, 31)).charges[0].confidence for year in (2025, 2026)] == [
        "H",
        "L",
    ]


def test_goods_of_a_treaty_partner_pay_19_percent():
    assert amounts(_quoted("500", origin="PT", ship_from="PT")) == [("single-rate", "95.00")]


@pytest.mark.parametrize(
    ("goods", "scheme", "owed"),
    [
        ("50", "usmca-50", []),
        ("50.01", "usmca", [("usmca-rate", "8.50")]),
        ("117", "usmca", [("usmca-rate", "19.89")]),
        ("117.01", "usmca", [("usmca-rate", "22.23")]),
    ],
)
def test_goods_of_north_america_have_tiers(goods, scheme, owed):
    answer = _quoted(goods, origin="US", ship_from="US")
    assert (answer.scheme, amounts(answer)) == (scheme, owed)


def test_chinese_goods_shipped_from_the_united_states_have_no_tiers():
    assert amounts(_quoted("50", ship_from="US")) == [("single-rate", "16.75")]


def test_one_dollar_is_free_for_all():
    assert _quoted("1", origin="PT").scheme == "up-to-1"
    assert amounts(_quoted("1.01")) == [("single-rate", "0.34")]


@pytest.mark.parametrize(
    ("goods", "hs_code", "reason"), [("2500.01", "621410", "over_limit"), ("100", "220421", "no_rate")]
)
def test_what_simplified_clearance_does_not_take_is_refused(goods, hs_code, reason):
    with pytest.raises(CannotQuote) as refused:
        _quoted(goods, hs_code=hs_code)
    assert refused.value.reason == reason
    assert _quoted("2500").scheme == "simplified"
