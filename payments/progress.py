"""How far a payment is, from its sums and the gateway's word: the highest-ranking fact decides, in any order of news."""

from dataclasses import dataclass

from payments.states import PaymentState
from payments.values import Status

_WAITS_FOR_BUYER = frozenset(
    {PaymentState.NEW, PaymentState.STARTED, PaymentState.UNKNOWN, PaymentState.DECLINED}
)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The facts: our state, the confirmed sums in minor units, whether a capture waits, the gateway's status."""

    state: str
    amount: int
    authorized: int
    captured: int
    released: int
    refunded: int
    capture_waits: bool
    status: Status


def next_state(facts: Progress) -> str:
    """The state the facts add up to: money that moved outranks a void, a void an authorization, that a decline."""
    if facts.captured:
        return _with_money(facts)
    if facts.status == "voided":
        return PaymentState.VOIDED
    if facts.state == PaymentState.VOID_ASKED:
        return PaymentState.VOIDED if facts.status == "declined" else PaymentState.VOID_ASKED
    if facts.state in {PaymentState.VOIDED, PaymentState.UNDER_REVIEW}:
        return facts.state
    if facts.authorized:
        return PaymentState.CAPTURE_ASKED if facts.capture_waits else PaymentState.AUTHORIZED
    return _without_money(facts)


def _with_money(facts: Progress) -> str:
    if facts.refunded == facts.captured and not facts.capture_waits:
        return PaymentState.REFUNDED
    if facts.refunded:
        return PaymentState.PARTIALLY_REFUNDED
    if facts.capture_waits:
        return PaymentState.CAPTURE_ASKED
    settled = facts.captured + facts.released == facts.amount
    return PaymentState.CAPTURED if settled else PaymentState.PARTIALLY_CAPTURED


def _without_money(facts: Progress) -> str:
    if facts.status == "declined":
        return PaymentState.DECLINED
    return PaymentState.STARTED if facts.state in _WAITS_FOR_BUYER else facts.state
