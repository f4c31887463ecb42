"""The live feed, on good days and bad ones."""

import datetime
from decimal import Decimal

import pytest
import requests
import responses
import time_machine

from localization.outside import Misread, Refused, Unavailable
from localization.rate_sources.ecb_live import EcbLive
from tests.localization.rate_sources.daily_file import URL, daily_file

SINCE = datetime.date(2026, 11, 16)


@pytest.fixture(autouse=True)
def _on_friday():
    with time_machine.travel("2026-11-20 16:00", tick=False):
        yield


@pytest.fixture
def bank():
    with responses.RequestsMock() as outside:
        yield outside


def fetch():
    return EcbLive(URL).rates(since=SINCE)


def test_the_days_rates_are_read(bank):
    bank.get(URL, body=daily_file("2026-11-20", USD="1.1555", JPY="178.05"))
    assert [(rate.currency, rate.rate, rate.day) for rate in fetch()] == [
        ("USD", Decimal("1.1555"), datetime.date(2026, 11, 20)),
        ("JPY", Decimal("178.05"), datetime.date(2026, 11, 20)),
    ]


def test_a_currency_nobody_knows_yet_does_not_close_the_others(bank):
    bank.get(URL, body=daily_file("2026-11-20", USD="1.1555", QQQ="3"))
    assert [rate.currency for rate in fetch()] == ["USD"]


@pytest.mark.parametrize(
    "rate", ["0", "0.0000", "-1.1", "", "NaN", "1e5", "1,15", "١.١", "Infinity", "9" * 40]
)
def test_one_bad_rate_makes_the_whole_file_count_for_nothing(bank, rate):
    bank.get(URL, body=daily_file("2026-11-20", GBP="0.87", USD=rate))
    with pytest.raises(Misread, match="no rate of USD"):
        fetch()


@pytest.mark.parametrize("day", ["2026-11-22", "2126-01-01", "20/11/2026", ""])
def test_a_day_to_come_or_no_day_is_misread(bank, day):
    bank.get(URL, body=daily_file(day, USD="1.1555"))
    with pytest.raises(Misread):
        fetch()


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    "<Cube time='2026-11-20'>&b;</Cube>"
)


@pytest.mark.parametrize(
    "body", ["", "not xml", "<html>down</html>", "\x00\x01", BOMB, daily_file("2026-11-20"), "<a>" * 5000]
)
def test_garbage_is_misread(bank, body):
    bank.get(URL, body=body)
    with pytest.raises(Misread):
        fetch()


def test_a_body_without_end_is_misread(bank):
    bank.get(URL, body=b" " * 300_000)
    with pytest.raises(Misread, match="bytes or more"):
        fetch()


@pytest.mark.parametrize("status", [500, 502, 503, 429, 408])
def test_a_server_in_trouble_is_unavailable(bank, status):
    bank.get(URL, status=status)
    with pytest.raises(Unavailable):
        fetch()


@pytest.mark.parametrize(
    "failure", [requests.ConnectionError("refused"), requests.Timeout("slow"), requests.exceptions.SSLError()]
)
def test_a_broken_line_is_unavailable(bank, failure):
    bank.get(URL, body=failure)
    with pytest.raises(Unavailable):
        fetch()


@pytest.mark.parametrize("status", [301, 302, 400, 403, 404])
def test_a_clear_no_or_a_redirect_is_refused(bank, status):
    bank.get(URL, status=status, headers={"Location": "http://127.0.0.1/"})
    with pytest.raises(Refused):
        fetch()
