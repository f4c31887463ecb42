"""How six languages write money, dates and names."""

import datetime
from decimal import Decimal

import pytest
from moneyed import Money

from localization.formats import (
    country_name,
    currency_name,
    format_date,
    format_exchange_rate,
    format_moment,
    format_money,
    format_number,
    format_percent,
    format_weight,
    language_name,
)

DAY = datetime.date(2026, 11, 22)
MOMENT = datetime.datetime(2026, 11, 22, 14, 5, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "€1,234.50"),
        ("de", "1.234,50\xa0€"),
        ("fr", "1\u202f234,50\xa0€"),
        ("ja", "€1,234.50"),
        ("zh", "€1,234.50"),
        ("ar", "\u200f1,234.50\xa0€"),
    ],
)
def test_money_is_written_in_each_language(language, written):
    assert format_money(Money("1234.5", "EUR"), language) == written


@pytest.mark.parametrize(
    ("amount", "code", "written"),
    [
        ("3980", "JPY", "¥3,980"),
        ("1.5", "KWD", "KWD\xa01.500"),
        ("139", "AED", "AED\xa0139.00"),
        ("-5", "USD", "-$5.00"),
        ("0.005", "EUR", "€0.00"),
    ],
)
def test_decimals_are_those_of_the_currency(amount, code, written):
    assert format_money(Money(amount, code), "en") == written


def test_a_language_we_do_not_speak_is_written_in_english():
    assert format_money(Money(1, "EUR"), "xx") == "€1.00"


def test_arabic_of_the_gulf_uses_western_digits():
    assert format_money(Money("139", "AED"), "ar") == "\u200f139.00\xa0د.إ.\u200f"
    assert format_date(DAY, "ar") == "22 نوفمبر 2026"


@pytest.mark.parametrize(
    ("rate", "language", "written"),
    [("0.19", "en", "19%"), ("0.255", "en", "25.5%"), ("0.19", "de", "19\xa0%"), ("0", "fr", "0\xa0%")],
)
def test_a_share_is_written_as_a_percentage(rate, language, written):
    assert format_percent(Decimal(rate), language) == written


def test_numbers_have_separators():
    assert format_number(1234567, "de") == "1.234.567"
    assert format_number(Decimal("0.125"), "en") == "0.125"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "22 November 2026"),
        ("de", "22. November 2026"),
        ("ja", "2026年11月22日"),
        ("zh", "2026年11月22日"),
    ],
)
def test_a_day_is_written_in_each_language(language, written):
    assert format_date(DAY, language) == written


def test_a_moment_is_told_in_the_readers_zone():
    assert format_moment(MOMENT, "en") == "22 Nov 2026, 14:05"
    assert format_moment(MOMENT, "de", "Asia/Tokyo") == "22.11.2026, 23:05"


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        format_moment(MOMENT.replace(tzinfo=None), "en")


@pytest.mark.parametrize(
    ("grams", "language", "written"),
    [
        (180, "en", "180\xa0g"),
        (1250, "de", "1,25\xa0kg"),
        (1000, "en", "1\xa0kg"),
        (12340, "fr", "12,34\xa0kg"),
    ],
)
def test_weights_above_a_kilogram_are_kilograms(grams, language, written):
    assert format_weight(grams, language).replace(" ", "\xa0").replace("\u202f", "\xa0") == written


def test_names_come_in_the_readers_language():
    assert country_name("CN", "de") == "China"
    assert country_name("DE", "zh") == "德国"
    assert country_name("XX", "en") == "XX"
    assert currency_name("JPY", "fr") == "yen japonais"
    assert currency_name("XXZ", "en") == "XXZ"
    assert language_name("zh", "en") == "Chinese"


@pytest.mark.parametrize(
    ("rate", "language", "written"),
    [
        ("8.19540000", "de", "8,1954"),
        ("0.00561797752809", "en", "0.00561798"),
        ("178.123456", "fr", "178,123"),
    ],
)
def test_a_rate_has_six_significant_digits(rate, language, written):
    assert format_exchange_rate(Decimal(rate), language) == written
