"""Markets and rates as the apps above read them."""

import datetime
from decimal import Decimal

import pytest

from localization.rates import RateUnavailable
from localization.selectors import RATES, UnknownMarket, fx_table, market, markets
from localization.states import RateState
from tests.localization.conftest import FRIDAY

DAY = datetime.timedelta(days=1)


def test_markets_come_in_their_order(loaded_markets):
    assert [info.code for info in markets()] == (
        ["de", "fr", "gb", "us", "jp", "au", "ae", "cn", "ch", "no", "es", "ca", "br", "kr", "nz"]
    )


def test_a_market_knows_its_countries_currency_and_languages(loaded_markets):
    info = market("de")
    assert (info.currency, info.home_country, info.default_language) == ("EUR", "DE", "de")
    assert info.countries == ("DE", "AT")
    assert info.uplift == Decimal("0.03")


@pytest.mark.parametrize("code", ["", "DE", "xx", "de\x00"])
def test_an_unknown_market_is_refused(loaded_markets, code):
    with pytest.raises(UnknownMarket) as refused:
        market(code)
    assert refused.value.market == code


def test_a_warm_page_asks_the_database_for_nothing(loaded_markets, stored_rate, django_assert_num_queries):
    stored_rate("USD", "1.1")
    market("de")
    fx_table(FRIDAY)
    with django_assert_num_queries(0):
        market("fr")
        fx_table(FRIDAY)


def test_the_table_takes_one_query(stored_rate, django_assert_num_queries):
    for currency in ("USD", "GBP", "JPY"):
        stored_rate(currency, "1.5")
    with django_assert_num_queries(1):
        assert len(fx_table(FRIDAY).rows) == 3


def test_the_newest_rate_not_after_the_day_counts(stored_rate):
    stored_rate("USD", "1.1", day=FRIDAY - DAY)
    stored_rate("USD", "1.2", day=FRIDAY)
    stored_rate("USD", "1.3", day=FRIDAY + DAY)
    assert fx_table(FRIDAY).rate("EUR", "USD").rate == Decimal("1.2")
    assert fx_table(FRIDAY - DAY).rate("EUR", "USD").rate == Decimal("1.1")


def test_a_manual_rate_wins_over_the_feed_of_its_day_but_not_over_a_newer_one(stored_rate):
    stored_rate("USD", "1.1")
    stored_rate("USD", "1.2", provider="manual")
    assert fx_table(FRIDAY).rate("EUR", "USD").provider == "manual"
    stored_rate("USD", "1.3", day=FRIDAY + DAY)
    RATES.forget_here()
    assert fx_table(FRIDAY + DAY).rate("EUR", "USD").rate == Decimal("1.3")


@pytest.mark.parametrize("state", [RateState.HELD, RateState.DISMISSED])
def test_a_rate_that_is_not_in_use_converts_nothing(stored_rate, state):
    stored_rate("USD", "1.1", day=FRIDAY - DAY)
    stored_rate("USD", "9.9", state=state)
    assert fx_table(FRIDAY).rate("EUR", "USD").rate == Decimal("1.1")


def test_a_currency_whose_rate_is_too_old_is_closed(stored_rate, settings):
    settings.FX_MAX_AGE_DAYS = 5
    stored_rate("USD", "1.1")
    assert fx_table(FRIDAY + 5 * DAY).rate("EUR", "USD").day == FRIDAY
    with pytest.raises(RateUnavailable):
        fx_table(FRIDAY + 6 * DAY).rate("EUR", "USD")
