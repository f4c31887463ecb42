"""A merchant's price in a market, row by row."""

from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from catalog.pricing import market_price, with_ending
from localization.rates import FxTable, Quotation, RateUnavailable
from localization.values import MarketInfo

DAY = date(2026, 11, 20)
FX = FxTable(
    rows={"CNY": Quotation(Decimal("8"), DAY, "ECB"), "JPY": Quotation(Decimal("160"), DAY, "ECB")}, day=DAY
)


def make_market(currency: str, ending: str, uplift: str = "0") -> MarketInfo:
    return MarketInfo(
        code="xx",
        name="Somewhere",
        countries=("DE",),
        currency=currency,
        languages=("en",),
        tax_inclusive=True,
        price_ending=ending,
        uplift=Decimal(uplift),
        position=1,
    )


@pytest.mark.parametrize(
    ("ending", "uplift", "currency", "price"),
    [
        ("", "0", "EUR", "37.25"),
        ("", "0.03", "EUR", "38.37"),
        (".95", "0.03", "EUR", "38.95"),
        (".00", "0", "EUR", "37.00"),
        ("9", "0", "EUR", "39"),
        ("80", "0", "JPY", "5980"),
        ("00", "0", "JPY", "6000"),
        ("", "0", "JPY", "5960"),
    ],
)
def test_a_converted_price_is_raised_and_ends_as_the_market_likes(ending, uplift, currency, price):
    market = make_market(currency, ending, uplift)
    assert market_price(Money(298, "CNY"), {}, market, FX) == Money(price, currency)


def test_the_merchants_own_price_stands_as_it_is():
    own = {"EUR": Money("41.10", "EUR")}
    assert market_price(Money(298, "CNY"), own, make_market("EUR", ".95", "0.03"), FX) == own["EUR"]


def test_a_base_price_in_the_markets_currency_stands_as_it_is():
    assert market_price(Money("7.77", "EUR"), {}, make_market("EUR", ".95", "0.03"), FX) == Money(
        "7.77", "EUR"
    )


def test_without_a_rate_there_is_no_price():
    with pytest.raises(RateUnavailable):
        market_price(Money(298, "CNY"), {}, make_market("GBP", ""), FX)


@pytest.mark.parametrize(
    ("price", "ending", "ended"),
    [
        ("0", ".95", "0"),
        ("0.40", ".00", "1"),
        ("0.40", "9", "9"),
        ("79", "80", "80"),
        ("80", "80", "80"),
        ("81", "80", "180"),
    ],
)
def test_an_ending_never_makes_a_price_free(price, ending, ended):
    assert with_ending(Money(price, "EUR"), ending) == Money(ended, "EUR")


def test_an_ending_of_another_form_is_an_error():
    with pytest.raises(ValueError, match="no price ending"):
        with_ending(Money(1, "EUR"), "x")
