"""Grams and millimetres."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.measures import UnknownUnit, grams, kilograms, millimetres, volumetric_grams


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [("1", "kg", 1000), ("1", "lb", 454), ("1", "oz", 28), ("0.5", " KG ", 500), ("2.5", "g", 3)],
)
def test_weights_become_whole_grams(amount, unit, expected):
    assert grams(Decimal(amount), unit) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "expected"), [("1", "in", 25), ("2.5", "cm", 25), ("1", "m", 1000)]
)
def test_lengths_become_whole_millimetres(amount, unit, expected):
    assert millimetres(Decimal(amount), unit) == expected


@pytest.mark.parametrize("unit", ["", "stone", "kgs"])
def test_an_unknown_unit_is_refused(unit):
    with pytest.raises(UnknownUnit):
        grams(Decimal(1), unit)


@given(st.integers(0, 10**7))
def test_grams_and_kilograms_round_trip(weight):
    assert grams(kilograms(weight), "kg") == weight


def test_volumetric_weight_divides_the_cubic_centimetres():
    assert volumetric_grams(400, 300, 200, divisor=5000) == 4800
