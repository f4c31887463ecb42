"""Which number goes on which declaration."""

import pytest

from orders.registrations import number_for, registrations


@pytest.mark.parametrize(
    ("scheme", "number"),
    [
        ("IOSS", "IM2760000158"),
        ("IOSS+standard", "IM2760000158"),
        ("UK-VAT", "GB999999973"),
        ("CN-CBEC-full", "CW31000001"),
        ("standard", ""),
        ("", ""),
    ],
)
def test_a_scheme_is_declared_under_its_number(scheme, number):
    assert number_for(scheme) == number


def test_an_operator_brings_their_own_numbers(settings):
    settings.REGISTRATIONS = {"IOSS": "IM0560000017"}
    assert registrations() == {"IOSS"}
    assert number_for("IOSS") == "IM0560000017"
    assert number_for("UK-VAT") == ""
