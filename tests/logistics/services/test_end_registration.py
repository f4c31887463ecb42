"""A registration ends on a day; what was declared under it stays."""

from datetime import date

import pytest

from logistics.models import Registration
from logistics.refusals import BadPeriod, RegistrationEnded
from logistics.selectors.registrations import registered_on
from logistics.services.add_registration import add_registration
from logistics.services.end_registration import end_registration
from logistics.values import RegistrationSheet

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


@pytest.fixture
def ioss():
    """An open registration for IOSS."""
    sheet = RegistrationSheet(code="IOSS", number="IM2760000158", valid_from=FIRST)
    return add_registration(sheet, actor="ada")


def test_the_scheme_is_used_up_to_the_last_day(ioss):
    end_registration(ioss, last_day=LAST, actor="bea")
    row = Registration.objects.get(pk=ioss)
    assert (row.valid_to, row.ended_by) == (LAST, "bea")
    assert registered_on(LAST) == {"IOSS"}
    assert registered_on(date(2026, 7, 1)) == frozenset()


def test_an_end_comes_only_forward(ioss):
    end_registration(ioss, last_day=LAST, actor="bea")
    for day in (LAST, date(2026, 7, 1)):
        with pytest.raises(RegistrationEnded):
            end_registration(ioss, last_day=day, actor="bea")
    end_registration(ioss, last_day=date(2026, 3, 31), actor="bea")
    assert Registration.objects.get(pk=ioss).valid_to == date(2026, 3, 31)


def test_it_cannot_end_before_it_began(ioss):
    with pytest.raises(BadPeriod):
        end_registration(ioss, last_day=date(2025, 12, 31), actor="bea")
    assert Registration.objects.get(pk=ioss).valid_to is None


def test_what_is_not_there_has_ended(db):
    with pytest.raises(RegistrationEnded):
        end_registration(0, last_day=LAST, actor="bea")
