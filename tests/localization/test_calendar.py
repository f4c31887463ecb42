"""Working days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.calendar import (
    DeliveryWindow,
    Journey,
    add_business_days,
    business_days_between,
    delivery_window,
    is_business_day,
    weekend,
)

FRIDAY = datetime.date(2026, 11, 20)
SUNDAY = datetime.date(2026, 11, 22)
MONDAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("country", "days"),
    [("DE", {5, 6}), ("AE", {5, 6}), ("SA", {4, 5}), ("IN", {6}), ("IR", {4}), ("XX", {5, 6})],
)
def test_weekends_differ(country, days):
    assert weekend(country) == days


def test_a_weekend_is_skipped():
    assert add_business_days(FRIDAY, 1, "DE") == MONDAY
    assert add_business_days(FRIDAY, 1, "SA") == MONDAY
    assert add_business_days(SUNDAY, 0, "DE") == MONDAY
    assert add_business_days(SUNDAY, 0, "SA") == SUNDAY


def test_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forward"):
        add_business_days(FRIDAY, -1, "DE")


def test_working_days_between_leave_out_the_weekend():
    assert business_days_between(FRIDAY, MONDAY, "DE") == 1
    assert business_days_between(MONDAY, FRIDAY, "DE") == 0


@given(days=st.integers(0, 60), offset=st.integers(0, 365), country=st.sampled_from(["DE", "SA", "IN", "IR"]))
def test_adding_and_counting_working_days_agree(days, offset, country):
    start = add_business_days(FRIDAY + datetime.timedelta(days=offset), 0, country)
    landing = add_business_days(start, days, country)
    assert is_business_day(landing, country)
    assert business_days_between(start, landing, country) == days


def test_a_parcel_is_packed_on_working_days_and_delivered_on_one():
    journey = Journey(
        ship_from="CN", destination="DE", handling_days=2, transit_days_min=5, transit_days_max=9
    )
    assert delivery_window(FRIDAY, journey) == DeliveryWindow(
        datetime.date(2026, 11, 30), datetime.date(2026, 12, 3)
    )
