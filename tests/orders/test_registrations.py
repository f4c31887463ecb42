"""Which number goes on which declaration."""

from datetime import date

import pytest

from logistics.services.add_registration import add_registration
from logistics.services.load_registrations import load_registrations
from logistics.values import RegistrationSheet
from orders.registrations import number_for

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


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
    load_registrations()
    assert number_for(scheme, on=TODAY) == number


def test_a_merchants_own_number_counts_where_the_shop_has_none(settings):
    settings.REGISTRATIONS = {}
    sheet = RegistrationSheet(code="IOSS", number="IM0560000017", valid_from=TODAY, holder="jiangnan")
    add_registration(sheet, actor="ada")
    assert number_for("IOSS", on=TODAY) == ""
    assert number_for("IOSS", on=TODAY, holder="jiangnan") == "IM0560000017"
    assert number_for("IOSS", on=TODAY, holder="other") == ""


def test_a_sale_is_declared_under_the_number_of_its_day():
    for number, since, until in (
        ("IM2760000158", date(2026, 1, 1), date(2026, 6, 30)),
        ("IM0560000017", date(2026, 7, 1), None),
    ):
        sheet = RegistrationSheet(code="IOSS", number=number, valid_from=since, valid_to=until)
        add_registration(sheet, actor="ada")
    assert number_for("IOSS", on=date(2026, 6, 30)) == "IM2760000158"
    assert number_for("IOSS", on=date(2026, 7, 1)) == "IM0560000017"
