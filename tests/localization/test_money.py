"""Money keeps its cents."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from localization.money import (
    UnknownCurrency,
    convert,
    currency,
    exponent,
    from_minor,
    share,
    split,
    to_minor,
    total,
)


def test_yen_have_no_decimals_and_dinars_three():
    assert [exponent(code) for code in ("JPY", "EUR", "KWD")] == [0, 2, 3]


def test_a_lower_case_or_lookalike_currency_is_refused():
    for code in ("eur", "EUＲ", "", "XXZ"):
        with pytest.raises(UnknownCurrency):
            currency(code)


def test_share_rounds_half_up_to_the_minor_unit():
    assert share(Money("0.50", "EUR"), Decimal("0.19")) == Money("0.10", "EUR")
    assert share(Money(1005, "JPY"), Decimal("0.1")) == Money(101, "JPY")


def test_convert_needs_a_positive_rate():
    with pytest.raises(ValueError, match="positive"):
        convert(Money(1, "EUR"), Decimal(0), "USD")


def test_split_gives_the_left_over_cent_to_the_largest_remainder():
    assert split(Money("10.00", "EUR"), [1, 1, 1]) == [
        Money("3.34", "EUR"),
        Money("3.33", "EUR"),
        Money("3.33", "EUR"),
    ]


@given(
    units=st.integers(-(10**12), 10**12),
    weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=30),
    code=st.sampled_from(["JPY", "EUR", "KWD"]),
)
def test_parts_of_a_split_always_add_up(units, weights, code):
    whole = from_minor(units, code)
    assert total(split(whole, weights), code) == whole


@given(units=st.integers(-(10**12), 10**12), code=st.sampled_from(["JPY", "EUR", "KWD", "CLF"]))
def test_minor_units_round_trip(units, code):
    assert to_minor(from_minor(units, code)) == units
