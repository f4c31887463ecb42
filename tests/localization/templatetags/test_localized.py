"""Filters in the language of the page."""

import datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation
from moneyed import Money

VALUES = {
    "price": Money("1234.5", "EUR"),
    "rate": Decimal("0.19"),
    "date": datetime.date(2026, 11, 22),
    "at": datetime.datetime(2026, 11, 22, 14, 5, tzinfo=datetime.UTC),
    "grams": 1250,
    "count": 1234,
    "hostile": "<b>",
}


def rendered(source, language):
    with translation.override(language):
        return Template("{% load localized %}" + source).render(Context(VALUES))


@pytest.mark.parametrize(
    ("source", "language", "written"),
    [
        ("{{ price|money }}", "de", "1.234,50\xa0€"),
        ("{{ price|money }}", "zh-hans", "€1,234.50"),
        ("{{ rate|percent }}", "de", "19\xa0%"),
        ("{{ date|day }}", "ja", "2026年11月22日"),
        ("{{ at|moment }}", "en", "22 Nov 2026, 14:05"),
        ('{{ at|moment:"Asia/Shanghai" }}', "en", "22 Nov 2026, 22:05"),
        ("{{ grams|weight }}", "en", "1.25 kg"),
        ("{{ count|number }}", "de", "1.234"),
        ('{{ "ecb+peg"|rate_provider }}', "en", "European Central Bank, fixed to the US dollar"),
        ('{{ "ecb"|rate_provider }}', "de", "Europäische Zentralbank"),
        ('{{ "CBSA"|rate_provider }}', "en", "CBSA"),
        ('{{ "CN"|country }}', "fr", "Chine"),
        ('{{ "JPY"|currency }}', "de", "Japanischer Yen"),
    ],
)
def test_a_filter_writes_in_the_language_of_the_page(source, language, written):
    assert rendered(source, language) == written


def test_names_are_escaped():
    assert rendered("{{ hostile|country }}", "en") == "&lt;b&gt;"
