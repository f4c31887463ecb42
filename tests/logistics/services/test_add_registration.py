"""A registration is added once for any day, and its number lies sealed."""

from datetime import date

import pytest

from localization.sealed import unseal
from logistics.models import Registration
from logistics.refusals import BadPeriod, BadRegistration, RegistrationOverlaps
from logistics.selectors.registrations import PURPOSE, registered_on, registrations_on
from logistics.services.add_registration import add_registration
from logistics.values import RegistrationSheet

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


def _sheet(**changes):
    usual = {"code": "IOSS", "number": "IM2760000158", "valid_from": FIRST}
    return RegistrationSheet(**{**usual, **changes})


def test_the_number_lies_sealed_and_is_shown_masked():
    row = Registration.objects.get(pk=add_registration(_sheet(number="im 276 0000158"), actor="ada"))
    assert "2760000158" not in row.number
    assert unseal(row.number, purpose=PURPOSE) == "IM2760000158"
    assert (row.shown, str(row)) == ("IM•••••••158", "IOSS IM•••••••158")
    assert (row.authority, row.added_by) == ("EU Member State of identification", "ada")


def test_a_sheet_does_not_print_its_number():
    assert "IM2760000158" not in repr(_sheet())


def test_it_holds_from_its_first_day_to_its_last():
    add_registration(_sheet(valid_to=LAST), actor="ada")
    days = (date(2025, 12, 31), FIRST, LAST, date(2026, 7, 1))
    assert [registered_on(day) for day in days] == [set(), {"IOSS"}, {"IOSS"}, set()]
    assert registrations_on(LAST) == {"IOSS": "IM2760000158"}


@pytest.mark.parametrize(
    ("since", "until"),
    [(LAST, None), (date(2025, 1, 1), FIRST), (date(2026, 2, 1), date(2026, 3, 1)), (date(2025, 1, 1), None)],
)
def test_two_registrations_of_one_scheme_never_hold_on_the_same_day(since, until):
    add_registration(_sheet(valid_to=LAST), actor="ada")
    with pytest.raises(RegistrationOverlaps) as no:
        add_registration(_sheet(valid_from=since, valid_to=until), actor="ada")
    assert no.value.since == "2026-01-01"
    assert Registration.objects.count() == 1


def test_registrations_may_follow_each_other_or_belong_to_others():
    add_registration(_sheet(valid_to=LAST), actor="ada")
    add_registration(_sheet(valid_from=date(2026, 7, 1)), actor="ada")
    add_registration(_sheet(holder="jiangnan"), actor="ada")
    add_registration(_sheet(code="UK-VAT", number="GB999999973"), actor="ada")
    assert Registration.objects.count() == 4


def test_a_bad_number_or_period_is_refused():
    with pytest.raises(BadRegistration):
        add_registration(_sheet(number="IM9990000159"), actor="ada")
    with pytest.raises(BadPeriod):
        add_registration(_sheet(valid_to=date(2025, 12, 31)), actor="ada")
    assert Registration.objects.count() == 0
