"""Postal item numbers: published valid numbers pass, numbers with a wrong digit, country or shape do not."""

import pytest

from logistics.s10 import BadItemNumber, check_digit, check_number, item_number

# github.com/jkeen/tracking_number_data (MIT) and sample numbers of the karrio connectors, read 2026-11-22.
VALID = [
    "RB123456785GB",
    "RB123456785US",
    "RB123456785CV",
    "RB123456785CF",
    "EA123456785US",
    "EW112720413FR",
    "EZ000012162US",
    "LE223553042BE",
    "LX035843846BE",
    "LX210720682NL",
    "CD530123554DE",
    "RA473124829GB",
    "CP123456785US",
]
INVALID = [
    "RB123456786US",
    "RB123456785XX",
    "ET123456789AU",
    "RR123456789IE",
    "LX123456789US",
    "rb123456785gb",
    "RB12345678GB",
    "RB123456785GB ",
    "ＲＢ123456785GB",
    "RB١٢٣٤٥٦٧٨٥GB",
    "",
]


@pytest.mark.parametrize("number", VALID)
def test_a_published_number_is_well_formed(number):
    assert check_number(number) == number


@pytest.mark.parametrize("number", INVALID)
def test_a_wrong_number_is_refused(number):
    with pytest.raises(BadItemNumber) as refusal:
        check_number(number)
    assert refusal.value.facts == {"number": number}


@pytest.mark.parametrize("number", VALID)
def test_making_a_number_gives_the_published_one(number):
    assert item_number(number[:2], int(number[2:10]), number[11:]) == number


def test_a_remainder_of_zero_gives_five_and_of_one_gives_zero():
    assert check_digit("00000000") == 5
    assert check_digit("00000008") == 0  # 8 * 7 = 56 = 5 * 11 + 1


def test_a_serial_outside_eight_digits_is_refused():
    with pytest.raises(ValueError, match="argument"):
        check_digit("123456789")
