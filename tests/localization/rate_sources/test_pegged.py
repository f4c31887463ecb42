"""Currencies that follow the dollar."""

import datetime
from decimal import Decimal

from localization.money import currency
from localization.rate_sources.base import ECB, PublishedRate
from localization.rate_sources.pegged import PEGS, pegged

DAY = datetime.date(2026, 11, 20)


def published(code, rate, day=DAY):
    return PublishedRate(currency=code, day=day, rate=Decimal(rate), publisher=ECB, source="a test")


def test_each_dollar_rate_brings_the_pegged_ones_of_its_day():
    rates = {rate.currency: rate.rate for rate in pegged([published("USD", "1.1"), published("GBP", "0.9")])}
    assert rates == {
        "AED": Decimal("4.03975"),
        "SAR": Decimal("4.125"),
        "QAR": Decimal("4.004"),
        "OMR": Decimal("0.42295"),
        "BHD": Decimal("0.4136"),
        "JOD": Decimal("0.7799"),
    }


def test_without_a_dollar_rate_nothing_follows():
    assert pegged([published("GBP", "0.9")]) == []


def test_a_pegged_rate_says_since_when_and_who_says_so():
    dirham = next(rate for rate in pegged([published("USD", "1.1")]) if rate.currency == "AED")
    assert dirham.publisher == "peg"
    assert dirham.source.startswith("3.6725 to the US dollar since 1997-11-01: Central Bank of the UAE")
    assert all(len(rate.source) <= 200 for rate in pegged([published("USD", "1.1")]))


def test_no_rate_follows_before_the_peg_began():
    rates = pegged([published("USD", "1.1", datetime.date(1999, 1, 4))])
    assert {rate.currency for rate in rates} == {"AED", "SAR", "OMR", "JOD"}


def test_every_peg_is_of_a_known_currency():
    assert all(currency(peg.currency) and peg.per_dollar > 0 for peg in PEGS)
