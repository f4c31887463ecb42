"""Rates as official tariffs print them, in our grammar; anything else is unknown and never free."""

import pytest

from logistics.landed_cost.rate import parse_rate
from logistics.official.duty import UNKNOWN, taric_rate, us_rate


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Free", "free"),
        ("Free 1/", "free"),
        ("6.4%", "6.4 %"),
        ("6.4% 2/", "6.4 %"),
        ("$1.03 each + 9.6%", "1.03 USD/unit + 9.6 %"),
        ("37.5¢/kg + 8%", "0.375 USD/kg + 8 %"),
        ("51.7¢ each + 6.25%", "0.517 USD/unit + 6.25 %"),
        ("$1.1/doz.", "1.1 USD/dozen"),
        ("20¢/doz. prs.", UNKNOWN),
        ("90¢/pr. + 37.5%", "0.9 USD/pair + 37.5 %"),
        ("$1.14/gross", "0.095 USD/dozen"),
        ("$2.5/t", "0.0025 USD/kg"),
        ("8.4¢/liter", "0.084 USD/l"),
        ("$1.34/pf.liter", "2.68 USD/lpa"),
        ("0%", "free"),
        ("", UNKNOWN),
        ("The rate applicable to the article of which it is a part", UNKNOWN),
        ("2.8¢/kg on contents and container", UNKNOWN),
        ("$1.53/m³", UNKNOWN),
        ("1¢/jewel", UNKNOWN),
        ("-5%", UNKNOWN),
        ("5", UNKNOWN),
        ("6.4% + see note", UNKNOWN),
    ],
)
def test_a_rate_of_the_united_states(text, rate):
    assert us_rate(text) == rate
    parse_rate(rate)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("0.000 %", "free"),
        ("NIHIL", "free"),
        ("12.000 %", "12 %"),
        ("12.00%", "12 %"),
        ("12.800 % + 176.800 EUR DTN", "12.8 % + 176.8 EUR/100kg"),
        ("12.8 % + 176.8 EUR / 100 kg", "12.8 % + 176.8 EUR/100kg"),
        ("12.00 % + 147.00 GBP / 100 kg", "12 % + 147 GBP/100kg"),
        ("0.000 % + 20.000 EUR DTN", "20 EUR/100kg"),
        ("4.500 % MIN 0.300 EUR NAR MAX 0.800 EUR NAR", "4.5 % min 0.3 EUR/unit max 0.8 EUR/unit"),
        ("8.000 % MAX 22.000 EUR DTN", "8 % max 22 EUR/100kg"),
        ("19.200 EUR HLT", "19.2 EUR/hl"),
        ("0.600 EUR ASVX + 3.200 EUR HLT", "0.6 EUR/lpa + 3.2 EUR/hl"),
        ("52.000 EUR MIL", "0.052 EUR/unit"),
        ("10.00 GBP / l alc. 100%", "10 GBP/lpa"),
        ("4.00 GBP / % vol/hl", "4 GBP/lpa"),
        ("NAR", UNKNOWN),
        ("", UNKNOWN),
        ("7.600 % + EA", UNKNOWN),
        ("9.000 % + EA MAX 18.700 % + ADSZ", UNKNOWN),
        ("Cond:  A cert: D-008 (01):10.000 %", UNKNOWN),
        ("0.30 GBP / 100 kg/net/%sacchar.", UNKNOWN),
        ("5.000 USD DTN", UNKNOWN),
    ],
)
def test_a_rate_of_the_european_union_or_the_united_kingdom(text, rate):
    assert taric_rate(text) == rate
    parse_rate(rate)
