"""The double-entry rules: balanced, in proportion, and never more than is held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from payments.ledger import (
    Line,
    Unbalanced,
    capture_lines,
    check_balanced,
    held_by,
    payable,
    refund_lines,
    spread,
)
from payments.values import Allocation


def test_a_capture_debits_the_gateway_and_credits_each_party() -> None:
    assert capture_lines("sandbox", "EUR", {"merchant_payable:a": 10000, "duty_payable:DE:Zoll": 990}) == (
        Line("gateway_receivable:sandbox", "EUR", 10990),
        Line("merchant_payable:a", "EUR", -10000),
        Line("duty_payable:DE:Zoll", "EUR", -990),
    )


def test_a_refund_is_a_capture_backwards() -> None:
    assert refund_lines("sandbox", "JPY", {"merchant_payable:a": 500}) == (
        Line("gateway_receivable:sandbox", "JPY", -500),
        Line("merchant_payable:a", "JPY", 500),
    )


@pytest.mark.parametrize(
    ("party", "account"),
    [
        ("authority:DE:Zoll", "duty_payable:DE:Zoll"),
        ("merchant:jiangnan", "duty_payable:jiangnan"),
        ("plain", "duty_payable:plain"),
    ],
)
def test_each_party_has_a_payable_account_of_its_own(party: str, account: str) -> None:
    assert payable("duty_payable", party) == account


def test_parts_for_one_party_share_its_account() -> None:
    parts = [
        Allocation("tax_payable", "authority:FR:DGFiP", Money(amount, "EUR")) for amount in ("1.05", "2")
    ]

    assert held_by(parts) == {"tax_payable:FR:DGFiP": 305}


def test_a_third_of_a_capture_leaves_nobody_short() -> None:
    assert spread(4330, "EUR", {"a": 10000, "b": 990, "c": 2000}) == {"a": 3333, "b": 330, "c": 667}


@pytest.mark.parametrize("minor", [0, -1, 101])
def test_what_is_not_held_cannot_be_spread(minor: int) -> None:
    with pytest.raises(ValueError, match="cannot come from 100"):
        spread(minor, "EUR", {"a": 60, "b": 40})


@given(
    held=st.lists(st.integers(1, 10**6), min_size=1, max_size=6),
    cuts=st.lists(st.integers(1, 99), max_size=5),
)
def test_spending_in_any_steps_empties_every_account_exactly(held: list[int], cuts: list[int]) -> None:
    left = {str(index): minor for index, minor in enumerate(held)}
    for percent in [*cuts, 100]:
        step = sum(left.values()) * percent // 100
        if step:
            parts = spread(step, "EUR", left)
            assert sum(parts.values()) == step
            left = {account: minor - parts.get(account, 0) for account, minor in left.items()}
            assert min(left.values()) >= 0

    assert sum(left.values()) == 0


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (Line("a", "EUR", 1),),
        (Line("a", "EUR", 1), Line("b", "JPY", -1)),
        (Line("a", "EUR", 0), Line("b", "EUR", 0)),
    ],
)
def test_what_does_not_balance_in_each_currency_is_refused(lines: tuple[Line, ...]) -> None:
    with pytest.raises(Unbalanced):
        check_balanced(lines)
