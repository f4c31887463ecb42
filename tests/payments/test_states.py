"""The tables of moves are complete, and every state can be reached."""

import pytest
from django.db.models import TextChoices

from payments.states import PAYMENT_MOVES, WISH_MOVES, Moves, PaymentState, WishState


@pytest.mark.parametrize(("choices", "moves"), [(PaymentState, PAYMENT_MOVES), (WishState, WISH_MOVES)])
def test_every_state_has_its_row_and_can_be_reached(choices: type[TextChoices], moves: Moves) -> None:
    first = choices.values[0]
    reached, edge = {first}, [first]
    while edge:
        for target in moves[edge.pop()]:
            if target not in reached:
                reached.add(target)
                edge.append(target)

    assert set(moves) == set(choices.values)
    assert reached == set(choices.values)


@pytest.mark.parametrize(
    "state", [PaymentState.CAPTURED, PaymentState.PARTIALLY_CAPTURED, PaymentState.REFUNDED]
)
def test_money_that_moved_is_never_forgotten(state: PaymentState) -> None:
    assert not PAYMENT_MOVES[state] & {PaymentState.VOIDED, PaymentState.AUTHORIZED, PaymentState.DECLINED}
