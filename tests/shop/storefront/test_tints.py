"""The nearest of the twelve grounds."""

import re
from pathlib import Path

import pytest

import shop.storefront
from shop.storefront.tints import TINT_NAMES, tint_class

TOKENS = Path(shop.storefront.__file__).parent / "static/storefront/tokens.css"


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#efeae0", "tint-paper"),
        ("#dfe5ea", "tint-sky"),
        ("#DFE6DD", "tint-jade"),
        ("#e7dcd8", "tint-rose"),
        ("", "tint-paper"),
        ("red", "tint-paper"),
        ("#fff", "tint-paper"),
        ('#efeae0" onload="x', "tint-paper"),
    ],
)
def test_a_colour_becomes_the_nearest_class(colour, name):
    assert tint_class(colour) == name


def test_the_style_sheet_knows_exactly_these_tints():
    assert set(re.findall(r"\.tint-(\w+)", TOKENS.read_text())) == set(TINT_NAMES)
