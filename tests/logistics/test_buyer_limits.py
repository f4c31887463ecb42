"""Which purchases use China's yearly limit: those of the year that did not go back in time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from moneyed import Money

from logistics.buyer_limits import Purchase, counts, year_to_date

ON = date(2026, 11, 22)
PLACED = datetime(2026, 3, 1, tzinfo=UTC)
RELEASED = datetime(2026, 3, 10, tzinfo=UTC)


def after(days):
    """So many days after customs let it go."""
    return RELEASED + timedelta(days=days)


def bought(value="1000", **changes):
    """A purchase of March."""
    usual = {"placed_at": PLACED, "value": Money(value, "CNY"), "released_at": RELEASED}
    return Purchase(**{**usual, **changes})


@pytest.mark.parametrize(
    ("changes", "counted"),
    [
        ({}, True),
        ({"released_at": None}, True),
        ({"return_asked_at": after(3)}, True),
        ({"return_asked_at": after(30), "gone_at": after(45)}, False),
        ({"return_asked_at": after(31), "gone_at": after(40)}, True),
        ({"return_asked_at": after(30), "gone_at": after(46)}, True),
        ({"gone_at": after(30)}, False),
        ({"gone_at": after(31)}, True),
        ({"released_at": None, "gone_at": after(60)}, False),
    ],
)
def test_a_purchase_counts_unless_it_went_back_in_time_or_never_came_in(changes, counted):
    assert counts(bought(**changes)) is counted


def test_the_year_is_that_of_the_calendar_in_china():
    last_of_2025 = bought("1", placed_at=datetime(2025, 12, 31, 15, 59, 59, tzinfo=UTC))
    first_of_2026 = bought("20", placed_at=datetime(2025, 12, 31, 16, tzinfo=UTC))
    first_of_2027 = bought("300", placed_at=datetime(2026, 12, 31, 16, tzinfo=UTC))
    assert year_to_date([last_of_2025, first_of_2026, first_of_2027], on=ON) == Money("20", "CNY")


def test_a_return_gives_the_limit_back():
    kept, back = bought("4000"), bought("5000", gone_at=after(20))
    assert year_to_date([kept, back], on=ON) == Money("4000", "CNY")
    assert year_to_date([], on=ON) == Money(0, "CNY")
