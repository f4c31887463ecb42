"""A registration number is checked as its authority makes them, and stands only where it may."""

import pytest
from django.conf import settings

from logistics.refusals import BadRegistration
from logistics.registration_numbers import SCHEMES, authority_of, checked_number, may_stand_on


@pytest.mark.parametrize("code", SCHEMES)
def test_every_scheme_takes_its_own_example(code):
    assert checked_number(code, SCHEMES[code].example) == SCHEMES[code].example


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("IOSS", "IM9990000159"),
        ("UK-VAT", "GB999999974"),
        ("VOEC", "12345"),
        ("CH-VAT", "CHE100000007MWST"),
        ("AU-GST", "30000000009"),
        ("NZ-GST", "49091860"),
        ("SG-GST", "M1234"),
        ("MY-LVG", "V99"),
        ("TH-VAT", "0990000000012"),
        ("BR-PRC", "99000000000158"),
        ("CL-VAT", "590000018"),
        ("CN-CBEC", "CW3100001"),
        ("XX-OWN", "?!"),
        ("no code", "12345"),
    ],
)
def test_a_number_nobody_could_have_given_is_refused_without_being_repeated(code, number):
    with pytest.raises(BadRegistration) as no:
        checked_number(code, number)
    assert no.value.scheme == code
    assert number not in str(no.value)


def test_every_number_of_the_demo_shop_is_well_formed():
    assert len(settings.REGISTRATIONS) == 12
    for code, number in settings.REGISTRATIONS.items():
        assert checked_number(code, number) == number


def test_spaces_and_punctuation_do_not_count():
    assert checked_number("CH-VAT", "CHE-100.000.006 MWST") == "CHE100000006MWST"


def test_a_scheme_of_an_own_tariff_pack_may_have_a_number():
    assert checked_number("XX-OWN", "ab 12-34") == "AB1234"
    assert authority_of("XX-OWN") == ""
    assert authority_of("UK-VAT") == "HM Revenue & Customs"


def test_the_ioss_number_travels_as_data_only():
    assert may_stand_on("IOSS", "data")
    assert not may_stand_on("IOSS", "customs_form")
    assert not may_stand_on("XX-OWN", "invoice")
    assert may_stand_on("UK-VAT", "invoice")
