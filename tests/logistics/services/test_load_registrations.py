"""The settings seed the records once; then the records speak."""

from datetime import date

import pytest

from logistics.models import Registration
from logistics.refusals import BadRegistration
from logistics.selectors.registrations import registered_by_holder, registered_on, registrations_on
from logistics.services.add_registration import add_registration
from logistics.services.end_registration import end_registration
from logistics.services.load_registrations import load_registrations
from logistics.values import RegistrationSheet

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _two(settings):
    settings.REGISTRATIONS = {"IOSS": "IM2760000158", "UK-VAT": "GB999999973"}


def test_the_settings_become_records_once():
    assert load_registrations() == 2
    assert load_registrations() == 0
    assert registrations_on(TODAY) == {"IOSS": "IM2760000158", "UK-VAT": "GB999999973"}


def test_what_an_operator_ended_does_not_come_back():
    load_registrations()
    end_registration(Registration.objects.get(code="IOSS").pk, last_day=date(2026, 1, 1), actor="ada")
    assert load_registrations() == 0
    assert registered_on(TODAY) == {"UK-VAT"}


def test_before_the_first_record_the_settings_speak(settings):
    assert registered_on(TODAY) == {"IOSS", "UK-VAT"}
    assert registrations_on(TODAY)["UK-VAT"] == "GB999999973"
    assert registered_by_holder(TODAY) == {"": {"IOSS", "UK-VAT"}}


def test_a_merchant_shares_the_shops_registrations_and_has_own_ones():
    load_registrations()
    sheet = RegistrationSheet(code="CH-VAT", number="CHE100000006MWST", valid_from=TODAY, holder="alpen")
    add_registration(sheet, actor="ada")
    assert registered_by_holder(TODAY) == {
        "": {"IOSS", "UK-VAT"},
        "alpen": {"IOSS", "UK-VAT", "CH-VAT"},
    }


def test_reading_what_is_in_force_asks_no_database_when_warm(django_assert_num_queries):
    load_registrations()
    registered_on(TODAY)
    with django_assert_num_queries(0):
        assert registered_by_holder(TODAY)[""] == {"IOSS", "UK-VAT"}


def test_a_bad_number_in_the_settings_is_refused(settings):
    settings.REGISTRATIONS = {"IOSS": "IM0000000000"}
    with pytest.raises(BadRegistration):
        load_registrations()
    assert Registration.objects.count() == 0
