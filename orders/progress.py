"""The pure rules of an order's life: which state the facts ask for next, and what the order still owes anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from moneyed import Money

from localization.money import total
from orders.states import FINAL, CustomsStage, MailKind, OrderState, ParcelStage, StockStage


class MoneyStage(StrEnum):
    """How far one payment is, as an order needs to know it."""

    OPEN = "open"
    """May still bring money."""
    AUTHORIZED = "authorized"
    CAPTURING = "capturing"
    CAPTURED = "captured"
    CLOSING = "closing"
    """Its void or refund is asked for."""
    CLOSED = "closed"
    """Brings nothing any more, and keeps nothing."""
    DOUBTFUL = "doubtful"
    """A person must look: another amount, another currency, a dispute."""


class DutyKind(StrEnum):
    """What an order can owe: its stock, its buyer's money, its parcels."""

    SECURE_STOCK = "secure_stock"
    TAKE_STOCK = "take_stock"
    RELEASE_STOCK = "release_stock"
    CAPTURE = "capture"
    VOID = "void"
    REFUND = "refund"
    RECALL_PARCEL = "recall_parcel"
    REFUND_PARCEL = "refund_parcel"


@dataclass(frozen=True)
class Duty:
    """One thing owed; `subject` is the id of the payment (CAPTURE, VOID, REFUND) or of the order's parcel."""

    kind: DutyKind
    subject: int


@dataclass(frozen=True)
class Letter:
    """A letter to the buyer; `parcel` is the id of the parcel it speaks of, 0 for the whole order."""

    kind: MailKind
    parcel: int = 0


@dataclass(frozen=True)
class PaymentStanding:
    """One payment of the order: what was asked for, how far it is, and how much the gateway has given back of it."""

    id: int
    amount: Money
    stage: MoneyStage
    refunded: Money


@dataclass(frozen=True)
class ParcelStanding:
    """One parcel of the order and what became of its pieces.

    `owed` is what the buyer gets back for it, None until an operator has decided so; `arrived` stays true for one that the
    buyer had and sent back.
    """

    id: int
    stage: ParcelStage
    stock: StockStage
    owed: Money | None = None
    customs: CustomsStage = CustomsStage.QUIET
    arrived: bool = False

    @property
    def astray(self) -> bool:
        """True while it will not reach the buyer and nobody has decided on the money."""
        return self.stage in ASTRAY and not self.arrived and self.owed is None

    @property
    def ended(self) -> bool:
        """True when the buyer has it, or has been promised the money for it."""
        return self.stage is ParcelStage.DELIVERED or self.arrived or self.owed is not None


@dataclass(frozen=True)
class OrderFacts:
    """All that the rules look at. `hold_expired`: the time to pay is over."""

    total: Money
    payments: tuple[PaymentStanding, ...]
    parcels: tuple[ParcelStanding, ...]
    hold_expired: bool

    @property
    def payer(self) -> PaymentStanding | None:
        """The payment that pays the order: the first one with its exact total that is secured."""
        return next((payment for payment in self.payments if self._pays(payment)), None)

    @property
    def doubtful(self) -> bool:
        """True while a person must look at a payment."""
        return any(payment.stage is MoneyStage.DOUBTFUL for payment in self.payments)

    @property
    def gone(self) -> int:
        """How many parcels have left."""
        return sum(parcel.stage in _GONE for parcel in self.parcels)

    def _pays(self, payment: PaymentStanding) -> bool:
        return payment.stage in _SECURED and payment.amount == self.total


_SECURED = frozenset({MoneyStage.AUTHORIZED, MoneyStage.CAPTURING, MoneyStage.CAPTURED})
ASTRAY = frozenset({ParcelStage.RETURNING, ParcelStage.RETURNED, ParcelStage.LOST})
"""Stages of a parcel that left and will not arrive; a lost one may be found again."""
_GONE = frozenset({ParcelStage.ON_THE_WAY, ParcelStage.DELIVERED, *ASTRAY})
_KEPT = frozenset({StockStage.HELD, StockStage.SECURED})
_AT_REST = frozenset({MoneyStage.CAPTURED, MoneyStage.CLOSED})
_S = OrderState


def next_state(state: OrderState, facts: OrderFacts) -> OrderState:
    """The state one step on, or `state` itself when the facts ask for no move."""
    if state in {_S.AWAITING_PAYMENT, _S.UNDER_REVIEW}:
        return _before_dispatch(state, facts)
    if state is _S.CONFIRMED:
        return _confirmed(facts)
    if state in {_S.PARTLY_DISPATCHED, _S.DISPATCHED, _S.UNDELIVERED}:
        return _under_way(state, facts)
    return state


def _before_dispatch(state: OrderState, facts: OrderFacts) -> OrderState:
    if facts.payer:
        return _paid(state, facts)
    if facts.doubtful:
        return _S.UNDER_REVIEW
    return _S.CANCELLED if facts.hold_expired else state


def _paid(state: OrderState, facts: OrderFacts) -> OrderState:
    """Money alone confirms nothing: the pieces must be ours too, and a sold-out piece gives everything back."""
    if any(parcel.stock is StockStage.LOST for parcel in facts.parcels):
        return _S.CANCELLED
    secured = all(parcel.stock is StockStage.SECURED for parcel in facts.parcels)
    return _S.CONFIRMED if secured else state


def _confirmed(facts: OrderFacts) -> OrderState:
    if facts.gone == len(facts.parcels):
        return _S.DISPATCHED
    if facts.gone:
        return _S.PARTLY_DISPATCHED
    return _S.CONFIRMED if facts.payer else _S.UNDER_REVIEW


def _under_way(state: OrderState, facts: OrderFacts) -> OrderState:
    """A parcel that goes astray is told at once; the order ends when each parcel has arrived or is paid back."""
    if any(parcel.astray for parcel in facts.parcels):
        return _S.UNDELIVERED
    if state is not _S.PARTLY_DISPATCHED and all(parcel.ended for parcel in facts.parcels):
        return _S.REFUNDED if any(parcel.owed for parcel in facts.parcels) else _S.DELIVERED
    if state is _S.DISPATCHED or facts.gone == len(facts.parcels):
        return _S.DISPATCHED
    return _S.PARTLY_DISPATCHED


def owes(state: OrderState, facts: OrderFacts) -> frozenset[Duty]:
    """What the order owes in this state; empty when everybody has what is theirs."""
    if state is _S.CANCELLED:
        return frozenset([*_back_to_shelf(facts), *_back_to_buyer(facts.payments)])
    surplus = tuple(payment for payment in facts.payments if payment != facts.payer)
    return frozenset(
        [*_stock(state, facts), *_capture(facts), *_undelivered(facts), *_surplus(facts, surplus)]
    )


def _stock(state: OrderState, facts: OrderFacts) -> Iterator[Duty]:
    for parcel in facts.parcels:
        if parcel.stage in _GONE and parcel.stock in _KEPT:
            yield Duty(DutyKind.TAKE_STOCK, parcel.id)
        elif facts.payer and parcel.stock is StockStage.HELD and state not in FINAL:
            yield Duty(DutyKind.SECURE_STOCK, parcel.id)


def _capture(facts: OrderFacts) -> Iterator[Duty]:
    """The whole amount is taken when the first parcel has left."""
    if facts.gone and facts.payer and facts.payer.stage is MoneyStage.AUTHORIZED:
        yield Duty(DutyKind.CAPTURE, facts.payer.id)


def _undelivered(facts: OrderFacts) -> Iterator[Duty]:
    """The price of parcels an operator decided to pay back, until the gateway has given back as much."""
    decided = [parcel for parcel in facts.parcels if parcel.owed]
    if not decided or not facts.payer or facts.payer.stage is not MoneyStage.CAPTURED:
        return
    if facts.payer.refunded < total(
        (parcel.owed for parcel in decided if parcel.owed), facts.total.currency.code
    ):
        yield from (Duty(DutyKind.REFUND_PARCEL, parcel.id) for parcel in decided)


def _surplus(facts: OrderFacts, surplus: tuple[PaymentStanding, ...]) -> Iterator[Duty]:
    """Whoever paid twice gets the second payment back; an attempt nobody finished may rest."""
    if facts.payer:
        yield from _back_to_buyer(surplus)


def _back_to_buyer(payments: tuple[PaymentStanding, ...]) -> Iterator[Duty]:
    for payment in payments:
        if payment.stage in {MoneyStage.OPEN, MoneyStage.AUTHORIZED}:
            yield Duty(DutyKind.VOID, payment.id)
        elif payment.stage is MoneyStage.CAPTURED:
            yield Duty(DutyKind.REFUND, payment.id)


def _back_to_shelf(facts: OrderFacts) -> Iterator[Duty]:
    for parcel in facts.parcels:
        if parcel.stage is ParcelStage.ASKED:
            yield Duty(DutyKind.RECALL_PARCEL, parcel.id)
        if parcel.stock in _KEPT and parcel.stage not in _GONE:
            yield Duty(DutyKind.RELEASE_STOCK, parcel.id)


_AT_THE_BORDER = {
    CustomsStage.HELD: MailKind.CUSTOMS_HELD,
    CustomsStage.REFUSED: MailKind.CUSTOMS_REFUSED,
}


def letters(state: OrderState, facts: OrderFacts) -> frozenset[Letter]:
    """The letters the buyer should have had by now."""
    if state is _S.CANCELLED:
        return frozenset({Letter(MailKind.CANCELLED)})
    if state in {_S.AWAITING_PAYMENT, _S.UNDER_REVIEW}:
        return frozenset()
    left = (Letter(MailKind.DISPATCHED, parcel.id) for parcel in facts.parcels if parcel.stage in _GONE)
    back = (Letter(MailKind.REFUNDED, parcel.id) for parcel in facts.parcels if parcel.owed)
    border = (
        Letter(_AT_THE_BORDER[it.customs], it.id) for it in facts.parcels if it.customs in _AT_THE_BORDER
    )
    return frozenset({Letter(MailKind.CONFIRMED), *left, *border, *_bad_news(state, facts), *back})


def _bad_news(state: OrderState, facts: OrderFacts) -> Iterator[Letter]:
    """What comes back after it was delivered was sent back by the buyer, who knows."""
    if state is _S.UNDELIVERED:
        yield from (Letter(MailKind.UNDELIVERED, parcel.id) for parcel in facts.parcels if parcel.astray)


def at_rest(state: OrderState, facts: OrderFacts) -> bool:
    """True when no sweep needs to look again: a final state, nothing owed, and no payment on its way anywhere."""
    quiet = all(payment.stage in _AT_REST for payment in facts.payments)
    return state in FINAL and quiet and not owes(state, facts)
