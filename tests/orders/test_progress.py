"""The life of an order as a table: every state against the facts that matter to it."""

from dataclasses import replace
from typing import Any

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
    letters,
    next_state,
    owes,
)
from orders.states import FINAL, MOVES, CustomsStage, MailKind, OrderState, ParcelStage, StockStage

S, M, P, K, L = OrderState, MoneyStage, ParcelStage, StockStage, MailKind
TOTAL = Money("61.20", "EUR")


def paying(number: int, amount: Money, stage: MoneyStage, *, refunded: str = "0") -> PaymentStanding:
    """A payment of which so much was given back."""
    return PaymentStanding(number, amount, stage, Money(refunded, amount.currency))


def facts(
    *stages: MoneyStage,
    parcels: tuple[tuple[Any, ...], ...] = ((P.WAITING, K.HELD),),
    expired: bool = False,
) -> OrderFacts:
    """The facts of an order with one payment per money stage (ids 1, 2, …) and parcels (ids 11, 12, …).

    A parcel is its stage, its stock, and what is owed back for it, if anything.
    """
    return OrderFacts(
        total=TOTAL,
        payments=tuple(paying(number, TOTAL, stage) for number, stage in enumerate(stages, 1)),
        parcels=tuple(ParcelStanding(number, *parcel) for number, parcel in enumerate(parcels, 11)),
        hold_expired=expired,
    )


SECURED = ((P.WAITING, K.SECURED),)
LOST = ((P.WAITING, K.LOST),)
GONE = ((P.ON_THE_WAY, K.TAKEN),)
HALF = ((P.ON_THE_WAY, K.TAKEN), (P.WAITING, K.SECURED))
ARRIVED = ((P.DELIVERED, K.TAKEN),)
RETURNING = ((P.RETURNING, K.TAKEN),)
RETURNED = ((P.RETURNED, K.TAKEN),)
ASTRAY = ((P.LOST, K.TAKEN),)
HALF_BACK = Money("30.60", "EUR")
PAID_BACK = ((P.LOST, K.TAKEN, HALF_BACK),)
FOUND_LATE = ((P.DELIVERED, K.TAKEN, HALF_BACK),)


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
        (S.DELIVERED, facts(M.CAPTURED, parcels=RETURNED), S.DELIVERED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=RETURNING), S.UNDELIVERED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=RETURNED), S.UNDELIVERED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=ASTRAY), S.UNDELIVERED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=(*ARRIVED, *ASTRAY)), S.UNDELIVERED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=(*PAID_BACK, *ARRIVED)), S.REFUNDED),
        (S.DISPATCHED, facts(M.CAPTURED, parcels=(*PAID_BACK, *GONE)), S.DISPATCHED),
        (S.CONFIRMED, facts(M.AUTHORIZED, parcels=ASTRAY), S.DISPATCHED),
        (S.PARTLY_DISPATCHED, facts(M.CAPTURED, parcels=(*ASTRAY, *SECURED)), S.UNDELIVERED),
        (S.PARTLY_DISPATCHED, facts(M.CAPTURED, parcels=(*PAID_BACK, *SECURED)), S.PARTLY_DISPATCHED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=ASTRAY), S.UNDELIVERED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=GONE), S.DISPATCHED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=HALF), S.PARTLY_DISPATCHED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=ARRIVED), S.DELIVERED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=PAID_BACK), S.REFUNDED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=(*PAID_BACK, *ASTRAY)), S.UNDELIVERED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=(*PAID_BACK, *GONE)), S.DISPATCHED),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=(*PAID_BACK, *SECURED)), S.PARTLY_DISPATCHED),
        (S.REFUNDED, facts(M.CLOSED, parcels=FOUND_LATE), S.REFUNDED),
        (S.CANCELLED, facts(M.AUTHORIZED, parcels=SECURED), S.CANCELLED),
    ],
)
def test_the_facts_ask_for_this_state(state: OrderState, given: OrderFacts, expected: OrderState) -> None:
    assert next_state(state, given) == expected


def test_another_amount_than_the_total_pays_nothing() -> None:
    short = paying(1, Money("61.19", "EUR"), M.AUTHORIZED)
    foreign = paying(2, Money("61.20", "USD"), M.AUTHORIZED)
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
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=ASTRAY), set()),
        (S.UNDELIVERED, facts(M.AUTHORIZED, parcels=PAID_BACK), {duty(D.CAPTURE, 1)}),
        (S.UNDELIVERED, facts(M.CAPTURING, parcels=PAID_BACK), set()),
        (S.REFUNDED, facts(M.CAPTURED, parcels=PAID_BACK), {duty(D.REFUND_PARCEL, 11)}),
        (S.REFUNDED, facts(M.CAPTURED, parcels=(*ARRIVED, *PAID_BACK)), {duty(D.REFUND_PARCEL, 12)}),
        (S.REFUNDED, facts(M.CAPTURED, parcels=FOUND_LATE), {duty(D.REFUND_PARCEL, 11)}),
        (S.REFUNDED, facts(M.CLOSED, parcels=(*PAID_BACK, *PAID_BACK)), set()),
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


@pytest.mark.parametrize(("refunded", "kept"), [("30.59", {12}), ("30.60", set()), ("61.20", set())])
def test_a_parcel_is_owed_until_the_gateway_gave_back_as_much(refunded: str, kept: set[int]) -> None:
    payment = paying(1, TOTAL, M.CAPTURED, refunded=refunded)
    given = replace(facts(parcels=(*ARRIVED, *PAID_BACK)), payments=(payment,))
    assert owes(S.REFUNDED, given) == {duty(D.REFUND_PARCEL, parcel) for parcel in kept}
    assert at_rest(S.REFUNDED, given) is (not kept)


@pytest.mark.parametrize(
    ("state", "given", "expected"),
    [
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=RETURNING), {(L.DISPATCHED, 11), (L.UNDELIVERED, 11)}),
        (
            S.UNDELIVERED,
            facts(M.CAPTURED, parcels=(*ARRIVED, *ASTRAY)),
            {(L.DISPATCHED, 11), (L.DISPATCHED, 12), (L.UNDELIVERED, 12)},
        ),
        (S.REFUNDED, facts(M.CAPTURED, parcels=PAID_BACK), {(L.DISPATCHED, 11), (L.REFUNDED, 11)}),
        (S.DELIVERED, facts(M.CAPTURED, parcels=RETURNED), {(L.DISPATCHED, 11)}),
    ],
)
def test_the_buyer_is_written_to_of_each_parcel_that_goes_astray(
    state: OrderState, given: OrderFacts, expected: set[tuple[MailKind, int]]
) -> None:
    sent = {(letter.kind, letter.parcel) for letter in letters(state, given)}
    assert sent == {(L.CONFIRMED, 0), *expected}


@pytest.mark.parametrize(
    ("customs", "told"),
    [
        (CustomsStage.QUIET, set()),
        (CustomsStage.HELD, {(L.CUSTOMS_HELD, 11)}),
        (CustomsStage.ANSWERED, set()),
        (CustomsStage.REFUSED, {(L.CUSTOMS_REFUSED, 11)}),
    ],
)
def test_the_buyer_is_written_to_of_a_parcel_that_customs_keeps(
    customs: CustomsStage, told: set[tuple[MailKind, int]]
) -> None:
    given = facts(M.CAPTURED, parcels=((P.ON_THE_WAY, K.TAKEN, None, customs),))
    sent = {(letter.kind, letter.parcel) for letter in letters(S.DISPATCHED, given)}
    assert sent == {(L.CONFIRMED, 0), (L.DISPATCHED, 11), *told}


@pytest.mark.parametrize(
    ("state", "given", "expected"),
    [
        (S.DELIVERED, facts(M.CAPTURED, parcels=ARRIVED), True),
        (S.UNDELIVERED, facts(M.CAPTURED, parcels=ASTRAY), False),
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
            for parcels in [*shelves, HALF, PAID_BACK, FOUND_LATE, (*PAID_BACK, *SECURED), (*ASTRAY, *HALF)]:
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


def test_what_the_buyer_had_and_sent_back_is_not_astray_while_another_parcel_is_under_way():
    sent_back = ParcelStanding(11, P.RETURNING, K.TAKEN, arrived=True)
    assert (sent_back.astray, sent_back.ended) == (False, True)
    never_came = ParcelStanding(11, P.RETURNING, K.TAKEN)
    assert (never_came.astray, never_came.ended) == (True, False)
