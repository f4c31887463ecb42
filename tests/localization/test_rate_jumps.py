"""When a rate needs a person."""

from decimal import Decimal

import pytest

from localization.rate_jumps import state_of_new_rate
from localization.states import RateState


@pytest.mark.parametrize(
    ("rate", "last", "state"),
    [
        ("1.10", "1.00", RateState.IN_USE),
        ("1.1001", "1.00", RateState.HELD),
        ("0.90", "1.00", RateState.IN_USE),
        ("0.8999", "1.00", RateState.HELD),
        ("100", "1", RateState.HELD),
        ("0.01", "1", RateState.HELD),
    ],
)
def test_more_than_ten_per_cent_either_way_is_held(rate, last, state):
    assert state_of_new_rate(Decimal(rate), Decimal(last)) is state


def test_the_first_rate_of_a_currency_has_nothing_to_jump_from():
    assert state_of_new_rate(Decimal("30000"), None) is RateState.IN_USE
