"""The rule that keeps a broken feed from pricing goods: a jump needs a person."""

from decimal import Decimal

from localization.states import RateState

LARGEST_JUMP = Decimal("0.10")
"""A rate that differs from the last one in use by more than this share is held for a person."""


def state_of_new_rate(rate: Decimal, last: Decimal | None) -> RateState:
    """IN_USE, or HELD where `rate` jumps away from `last` (None: the first rate of its currency). Both are positive."""
    if last is None or abs(rate - last) <= last * LARGEST_JUMP:
        return RateState.IN_USE
    return RateState.HELD
