"""The life of an order as a table: every state against the facts that matter to it."""

from dataclasses import replace

import pytest
from moneyed import Money

from orders.progress import (
    Duty,
    DutyKind,
    MoneyStage,
    OrderFacts,
    ParcelStanding,
    PaymentStanding,
    at_rest,
    next_state,
    owes,
)
from orders.states import FINAL, MOVES, OrderState, ParcelStage, StockStage

S, M, P, K = OrderState, MoneyStage, ParcelStage, StockStage
TOTAL = Money("61.20", "EUR")


def facts(
    *stages: MoneyStage,
    parcels: tuple[tuple[ParcelStage, StockStage], ...] = ((P.WAITING, K.HELD),),
    expired: bool = False,
) -> OrderFacts:
    """The facts of an order with one payment per money stage (ids 1, 2, …) and parcels (ids 11, 12, …)."""
    return OrderFacts(
        total=TOTAL,
        payments=tuple(PaymentStanding(number, TOTAL, stage) for number, stage in enumerate(stages, 1)),
        parcels=tuple(ParcelStanding(number, *parcel) for number, parcel in enumerate(parcels, 11)),
        hold_expired=expired,
    )


SECURED = ((P.WAITING, K.SECURED),)
LOST = ((P.WAITING, K.LOST),)
GONE = ((P.ON_THE_WAY, K.TAKEN),)
HALF = ((P.ON_THE_WAY, K.TAKEN), (P.WAITING, K.SECURED))
ARRIVED = ((P.DELIVERED, K.TAKEN),)


@pytest.mark.parametrize(
    ("state", "given", "expected"),
    [
        (S.AWAITING_PAYMENT, facts(M.OPEN), S.AWAITING_PAYMENT),
        (S.AWAITING_PAYMENT, facts(M.CLOSED), S.AWAITING_PAYMENT),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED), S.AWAITING_PAYMENT),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED, parcels=SECURED), S.CONFIRMED),
        (S.AWAITING_PAYMENT, facts(M.CAPTURED, parcels=SECURED), S.CONFIRMED),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED, parcels=SECURED, expired=True), S.CONFIRMED),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED, parcels=LOST), S.CANCELLED),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED, parcels=(*SECURED, *LOST)), S.CANCELLED),
        (S.AWAITING_PAYMENT, facts(M.OPEN, expired=True), S.CANCELLED),
        (S.AWAITING_PAYMENT, facts(expired=True), S.CANCELLED),
        (S.AWAITING_PAYMENT, facts(M.DOUBTFUL), S.UNDER_REVIEW),
        (S.AWAITING_PAYMENT, facts(M.DOUBTFUL, expired=True), S.UNDER_REVIEW),
        (S.AWAITING_PAYMENT, facts(M.DOUBTFUL, M.AUTHORIZED, parcels=SECURED), S.CONFIRMED),
        (S.UNDER_REVIEW, facts(M.DOUBTFUL, expired=True), S.UNDER_REVIEW),
        (S.UNDER_REVIEW, facts(M.AUTHORIZED, parcels=SECURED), S.CONFIRMED),
        (S.UNDER_REVIEW, facts(M.CLOSED, expired=True), S.CANCELLED),
        (S.UNDER_REVIEW, facts(M.CLOSED), S.UNDER_REVIEW),
        (S.CONFIRMED, facts(M.AUTHORIZED, parcels=SECURED), S.CONFIRMED),
        (S.CONFIRMED, facts(M.CLOSED, parcels=SECURED), S.UNDER_REVIEW),
        (S.CONFIRMED, facts(M.AUTHORIZED, parcels=HALF), S.PARTLY_DISPATCHED),
        (S.CONFIRMED, facts(M.AUTHORIZED, parcels=GONE), S.DISPATCHED),
        (S.CONFIRMED, facts(M.CLOSED, parcels=GONE), S.DISPATCHED),
        (S.PARTLY_DISPATCHED, facts(M.CAPTURED, parcels=HALF), S.PARTLY_DISPATCHED),
        (S.PARTLY_DISPATCHED, facts(M.CAPTURED, parcels=(*GONE, *ARRIVED)), S.DISPATCHED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=(*GONE, *ARRIVED)), S.DISPATCHED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=ARRIVED), S.DELIVERED),
        (S.DELIVERED, facts(M.CAPTURED, parcels=GONE), S.DELIVERED),
        (S.CANCELLED, facts(M.AUTHORIZED, parcels=SECURED), S.CANCELLED),
    ],
)
def test_the_facts_ask_for_this_state(state: OrderState, given: OrderFacts, expected: OrderState) -> None:
    assert next_state(state, given) == expected


def test_another_amount_than_the_total_pays_nothing() -> None:
    short = PaymentStanding(1, Money("61.19", "EUR"), M.AUTHORIZED)
    foreign = PaymentStanding(2, Money("61.20", "USD"), M.AUTHORIZED)
    given = replace(facts(parcels=SECURED), payments=(short, foreign))
    assert given.payer is None
    assert next_state(S.AWAITING_PAYMENT, given) == S.AWAITING_PAYMENT


def duty(kind: DutyKind, subject: int) -> Duty:
    return Duty(kind, subject)


D = DutyKind


@pytest.mark.parametrize(
    ("state", "given", "expected"),
    [
        (S.AWAITING_PAYMENT, facts(M.OPEN), set()),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED), {duty(D.SECURE_STOCK, 11)}),
        (S.UNDER_REVIEW, facts(M.CAPTURED), {duty(D.SECURE_STOCK, 11)}),
        (S.AWAITING_PAYMENT, facts(M.AUTHORIZED, parcels=LOST), set()),
        (S.CONFIRMED, facts(M.AUTHORIZED, parcels=SECURED), set()),
        (S.CONFIRMED, facts(M.AUTHORIZED, M.AUTHORIZED, parcels=SECURED), {duty(D.VOID, 2)}),
        (S.CONFIRMED, facts(M.OPEN, M.AUTHORIZED, parcels=SECURED), {duty(D.VOID, 1)}),
        (S.CONFIRMED, facts(M.AUTHORIZED, M.CAPTURED, parcels=SECURED), {duty(D.REFUND, 2)}),
        (
            S.CONFIRMED,
            facts(M.AUTHORIZED, parcels=((P.ON_THE_WAY, K.SECURED),)),
            {duty(D.TAKE_STOCK, 11), duty(D.CAPTURE, 1)},
        ),
        (S.PARTLY_DISPATCHED, facts(M.AUTHORIZED, parcels=HALF), {duty(D.CAPTURE, 1)}),
        (S.PARTLY_DISPATCHED, facts(M.CAPTURING, parcels=HALF), set()),
        (S.DELIVERED, facts(M.CAPTURED, parcels=ARRIVED), set()),
        (S.CANCELLED, facts(M.AUTHORIZED), {duty(D.VOID, 1), duty(D.RELEASE_STOCK, 11)}),
        (S.CANCELLED, facts(M.OPEN, parcels=SECURED), {duty(D.VOID, 1), duty(D.RELEASE_STOCK, 11)}),
        (S.CANCELLED, facts(M.CAPTURED, parcels=LOST), {duty(D.REFUND, 1)}),
        (S.CANCELLED, facts(M.CAPTURING, parcels=LOST), set()),
        (S.CANCELLED, facts(M.CLOSED, parcels=((P.WAITING, K.RELEASED),)), set()),
        (S.CANCELLED, facts(M.DOUBTFUL, parcels=LOST), set()),
        (
            S.CANCELLED,
            facts(M.CLOSED, parcels=((P.ASKED, K.SECURED),)),
            {duty(D.RECALL_PARCEL, 11), duty(D.RELEASE_STOCK, 11)},
        ),
    ],
)
def test_the_order_owes_this(state: OrderState, given: OrderFacts, expected: set[Duty]) -> None:
    assert owes(state, given) == expected


@pytest.mark.parametrize(
    ("state", "given", "expected"),
    [
        (S.DELIVERED, facts(M.CAPTURED, parcels=ARRIVED), True),
        (S.DELIVERED, facts(M.CAPTURING, parcels=ARRIVED), False),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=GONE), False),
        (S.CANCELLED, facts(M.CLOSED, parcels=LOST), True),
        (S.CANCELLED, facts(M.CLOSING, parcels=LOST), False),
        (S.CANCELLED, facts(M.CLOSED), False),
        (S.CANCELLED, facts(M.CAPTURED, parcels=LOST), False),
    ],
)
def test_a_sweep_may_forget_an_order_when_all_is_given_back(
    state: OrderState, given: OrderFacts, expected: bool
) -> None:
    assert at_rest(state, given) is expected


def test_the_rule_never_asks_for_a_move_the_table_does_not_have() -> None:
    money = [(), *((stage,) for stage in M)]
    shelves = [((stage, stock),) for stage in P for stock in K]
    for state in S:
        for stages in money:
            for parcels in [*shelves, HALF]:
                for expired in (False, True):
                    given = facts(*stages, parcels=parcels, expired=expired)
                    target = next_state(state, given)
                    assert target == state or target in MOVES[state], (state, given, target)


def test_every_state_is_reachable_and_only_final_ones_end() -> None:
    reached = {S.AWAITING_PAYMENT}
    while more := {target for state in reached for target in MOVES[state]} - reached:
        reached |= more  # type: ignore[arg-type]
    assert reached == set(S)
    assert {state for state in S if not MOVES[state]} == FINAL
