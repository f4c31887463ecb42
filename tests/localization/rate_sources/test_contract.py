"""What every source of exchange rates promises."""

import datetime
from decimal import Decimal

import pytest
import responses
import time_machine

from localization.money import currency
from localization.rate_sources.registry import UnknownRateSource, rate_source
from tests.localization.rate_sources.daily_file import URL, daily_file

SINCE = datetime.date(2026, 10, 26)


@pytest.fixture(params=["history", "live"])
def source(request, settings):
    settings.RATE_SOURCES = {
        "history": {"BACKEND": "localization.rate_sources.ecb_history.EcbHistory"},
        "live": {"BACKEND": "localization.rate_sources.ecb_live.EcbLive", "OPTIONS": {"url": URL}},
    }
    with responses.RequestsMock(assert_all_requests_are_fired=False) as outside:
        outside.get(URL, body=daily_file("2026-10-30", USD="1.1555", JPY="178.05", GBP="0.8791"))
        with time_machine.travel("2026-10-30 16:00", tick=False):
            yield rate_source(request.param)


def test_rates_are_positive_decimals_of_known_currencies(source):
    rates = source.rates(since=SINCE)
    assert rates
    assert all(type(rate.rate) is Decimal and rate.rate > 0 for rate in rates)
    assert all(currency(rate.currency).code == rate.currency for rate in rates)


def test_rates_say_who_published_them_when_and_where_it_was_read(source):
    for rate in source.rates(since=SINCE):
        assert SINCE <= rate.day <= datetime.date(2026, 10, 30)
        assert (rate.publisher, bool(rate.source)) == ("ecb", True)


def test_a_currency_has_one_rate_a_day_and_the_base_has_none(source):
    keys = [(rate.day, rate.currency) for rate in source.rates(since=SINCE)]
    assert len(keys) == len(set(keys))
    assert "EUR" not in {code for _, code in keys}


def test_nothing_is_older_than_asked_for(source):
    assert source.rates(since=datetime.date(2026, 10, 31)) == []


def test_an_unknown_source_is_refused(settings):
    settings.RATE_SOURCES = {}
    with pytest.raises(UnknownRateSource):
        rate_source("live")
