"""Digits of any script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.digits import ascii_digits


@pytest.mark.parametrize("typed", ["1234", "١٢٣٤", "۱۲۳۴", "１２３４", "१२३४"])
def test_digits_of_any_script_are_read(typed):
    assert ascii_digits(typed) == "1234"


def test_full_width_letters_and_long_dashes_become_ascii():
    assert ascii_digits("ＳＷ１Ａ　１ＡＡ") == "SW1A 1AA"
    assert ascii_digits("100ー0001") == ascii_digits("100－0001") == ascii_digits("100−0001") == "100-0001"


def test_other_letters_stay():
    assert ascii_digits("東京都 3丁目") == "東京都 3丁目"


@given(st.text())
def test_no_digit_of_another_script_is_left(text):
    assert all(letter.isascii() for letter in ascii_digits(text) if unicodedata.category(letter) == "Nd")
