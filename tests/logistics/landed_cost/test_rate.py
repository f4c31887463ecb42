"""The grammar of duty rates."""

from decimal import Decimal

import pytest

from logistics.landed_cost.rate import BadRate, Measure, parse_rate


def _of(text: str, base: str = "100", grams: int = 500, pieces: int = 2) -> Decimal:
    return parse_rate(text).of(Measure(Decimal(base), grams, pieces, lambda number, currency: number))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("free", "0"),
        ("4.5 %", "4.5"),
        ("4.5%", "4.5"),
        ("13 EUR/100kg", "0.065"),
        ("2 EUR/kg", "1"),
        ("0.01 EUR/g", "5"),
        ("0.30 EUR/unit", "0.60"),
        ("12 EUR/dozen", "2"),
        ("12 % + 2 EUR/kg", "13"),
        ("12 % + 2 EUR / kg + 1 EUR/unit", "15"),
        ("4.5 % min 3 EUR/unit", "6"),
        ("4.5 % max 0.80 EUR/unit", "1.60"),
        ("4.5 % min 0.30 EUR/unit max 0.80 EUR/unit", "1.60"),
        ("higher of 5 % or 4300 JPY/pair", "8600"),
        ("lower of 5 % or 4300 JPY/pair", "5"),
    ],
)
def test_a_rate_means_what_the_tariff_prints(text, amount):
    assert _of(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "-5 %",
        "5 %%",
        "٥ %",
        "5 EUR",
        "5 EUR/stone",
        "5 XYZ/kg",
        "NaN %",
        "1e3 %",
        "5 % +",
        "higher of 5 %",
    ],
)
def test_what_is_no_rate_is_refused(text):
    with pytest.raises(BadRate):
        parse_rate(text)
