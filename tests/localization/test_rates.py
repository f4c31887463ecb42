"""Rates convert money and say where they come from."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from localization.rates import FxRate, FxTable, Quotation, RateUnavailable

MONDAY = datetime.date(2026, 10, 26)
FRIDAY = datetime.date(2026, 10, 30)
TABLE = FxTable(
    rows={
        "USD": Quotation(Decimal("1.25"), FRIDAY, "ecb"),
        "CNY": Quotation(Decimal("8"), MONDAY, "ecb"),
        "AED": Quotation(Decimal("4.590625"), FRIDAY, "peg"),
    },
    day=FRIDAY,
)


def test_a_rate_against_the_base_is_the_quotation():
    assert TABLE.rate("EUR", "USD") == FxRate("EUR", "USD", Decimal("1.25"), FRIDAY, "ecb")


def test_a_pair_is_crossed_over_the_base_and_dated_by_its_older_leg():
    assert TABLE.rate("CNY", "USD") == FxRate("CNY", "USD", Decimal("0.15625"), MONDAY, "ecb")


def test_a_crossed_rate_names_both_providers():
    assert TABLE.rate("USD", "AED").provider == "ecb+peg"
    assert TABLE.rate("USD", "AED").rate == Decimal("3.6725")


def test_a_currency_is_worth_itself():
    assert TABLE.rate("XOF", "XOF") == FxRate("XOF", "XOF", Decimal(1), FRIDAY, "identity")


@pytest.mark.parametrize(("source", "target"), [("EUR", "JPY"), ("JPY", "USD"), ("eur", "USD")])
def test_a_missing_currency_is_closed(source, target):
    with pytest.raises(RateUnavailable) as refused:
        TABLE.rate(source, target)
    assert refused.value.facts == {"source": source, "target": target}


def test_conversion_rounds_to_the_targets_minor_unit():
    assert TABLE.rate("CNY", "USD").convert(Money("39.00", "CNY")) == Money("6.09", "USD")


def test_a_rate_does_not_convert_another_currency():
    with pytest.raises(ValueError, match="EUR cannot convert USD"):
        TABLE.rate("EUR", "CNY").convert(Money(1, "USD"))


def test_the_inverse_goes_the_other_way():
    assert TABLE.rate("EUR", "USD").inverse == FxRate("USD", "EUR", Decimal("0.8"), FRIDAY, "ecb")


@given(rate=st.decimals("0.0001", "100000", places=4), cents=st.integers(0, 10**7))
def test_a_conversion_there_and_back_loses_less_than_a_minor_unit_of_either(rate, cents):
    there = FxRate("EUR", "USD", rate, FRIDAY, "ecb")
    amount = Money(Decimal(cents) / 100, "EUR")
    back = there.inverse.convert(there.convert(amount))
    allowed = Decimal("0.01") + Decimal("0.01") / rate
    assert abs(back.amount - amount.amount) <= allowed


def test_given_rates_stand_before_quotations_in_both_directions():
    customs = FxRate("USD", "CAD", Decimal("1.15"), MONDAY, "CBSA")
    table = FxTable().with_rates([customs])
    assert table.rate("USD", "CAD") == customs
    assert table.rate("CAD", "USD").rate == Decimal("0.869565217391")
    with pytest.raises(RateUnavailable):
        table.rate("USD", "EUR")
