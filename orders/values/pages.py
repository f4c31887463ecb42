"""What pages, mails and the API show of carts, quotes and orders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from moneyed import Money

from localization.addresses import Address
from orders.values.quote import DeliveryChoice, Totals, UsedRate

StopKind = Literal["workshop", "freight", "border", "door"]
StopProgress = Literal["ahead", "here", "passed"]


@dataclass(frozen=True, kw_only=True)
class ChargeView:
    """One charge with its arithmetic and its legal reason; `label`, `title` and `owed_to` are in the reader's language.

    `waived_up_to` is the limit under which the authority does not collect it, None when it does.
    """

    kind: str
    label: str
    title: str
    authority: str
    owed_to: str
    base: Money
    rate: Decimal | None
    amount: Money
    rule: str
    scheme: str
    source: str
    effective_from: date
    effective_to: date | None
    confidence: str
    note: str
    line: str
    waived_up_to: Money | None = None

    @property
    def to_verify(self) -> bool:
        """Whether the rate rests on weak evidence, which the buyer is told."""
        return self.confidence in {"L", "BG"}


@dataclass(frozen=True, kw_only=True)
class ReliefView:
    """Why a parcel owes nothing at the border: the scheme it enters under; `label` and `title` are in the reader's language.

    `amount` is zero, in the price's currency.
    """

    label: str
    amount: Money
    title: str
    scheme: str
    source: str
    effective_from: date
    effective_to: date | None


@dataclass(frozen=True, kw_only=True)
class StopEvent:
    """Something that happened to the parcel at a stop."""

    code: str
    text: str
    at: datetime
    place: str
    country: str


@dataclass(frozen=True, kw_only=True)
class RouteStop:
    """One stop of the route: what it adds to the price, the running total, and (for an order) what happened there."""

    kind: StopKind
    label: str
    place: str
    country: str
    adds: Money
    total: Money
    charges: tuple[ChargeView, ...] = ()
    reliefs: tuple[ReliefView, ...] = ()
    progress: StopProgress = "ahead"
    events: tuple[StopEvent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LineView:
    """A line of a cart, quote or order. `available` and `problem` speak of carts only."""

    variant_id: int
    sku: str
    handle: str
    title: str
    option_label: str
    merchant_name: str
    picture: str
    tint: str
    quantity: int
    unit_price: Money
    amount: Money
    available: int = 0
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelView:
    """One parcel: its lines, its delivery, what it costs and its route."""

    merchant_code: str
    merchant_name: str
    warehouse_code: str
    origin_city: str
    ship_from: str
    lines: tuple[LineView, ...]
    delivery: DeliveryChoice
    choices: tuple[DeliveryChoice, ...]
    totals: Totals
    scheme: str
    collected: str
    warnings: tuple[str, ...]
    journey: tuple[RouteStop, ...]


def _warnings(parcels: Iterable[ParcelView]) -> tuple[str, ...]:
    """What the parcels' prices leave open, each sentence once."""
    return tuple(dict.fromkeys(text for parcel in parcels for text in parcel.warnings))


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What a cart would cost at a door in a country: an estimate, since there is no address yet."""

    country: str
    parcels: tuple[ParcelView, ...]
    totals: Totals
    journey: tuple[RouteStop, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the price leaves open, such as a tax that is not included."""
        return _warnings(self.parcels)


@dataclass(frozen=True, kw_only=True)
class NoEstimate:
    """Why nothing can be said about the price at the door."""

    country: str
    code: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class CartGroup:
    """The lines of one merchant's warehouse: they will travel as one parcel."""

    merchant_code: str
    merchant_name: str
    warehouse_code: str
    origin_city: str
    lines: tuple[LineView, ...]
    goods: Money


@dataclass(frozen=True, kw_only=True)
class CartView:
    """A cart at today's prices. `quantity` counts pieces."""

    token: str
    market: str
    language: str
    currency: str
    quantity: int
    lines: tuple[LineView, ...]
    groups: tuple[CartGroup, ...]
    goods: Money
    estimate: Estimate | NoEstimate | None


@dataclass(frozen=True, kw_only=True)
class QuoteView:
    """A frozen quote. `address` is None while it was asked for a country only; such a quote cannot be ordered."""

    id: int
    market: str
    currency: str
    country: str
    address: Address | None
    parcels: tuple[ParcelView, ...]
    totals: Totals
    journey: tuple[RouteStop, ...]
    rates: tuple[UsedRate, ...]
    pack_versions: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    expired: bool
    used: bool

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the price leaves open, such as a tax that is not included."""
        return _warnings(self.parcels)


@dataclass(frozen=True, kw_only=True)
class TrackedParcelView:
    """A parcel of an order: the parcel, and what the carrier says."""

    id: int
    position: int
    reference: str
    parcel: ParcelView
    stage: str
    stage_label: str
    carrier: str
    tracking_number: str
    shipment_id: int | None
    customs: str
    timeline: tuple[StopEvent, ...]


@dataclass(frozen=True, kw_only=True)
class HistoryView:
    """One move of an order, its states in the reader's language."""

    source: str
    target: str
    label: str
    reason: str
    actor: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class OrderView:
    """An order as its buyer sees it. `payment_state` is that of the payment tried last."""

    id: int
    number: str
    token: str
    state: str
    state_label: str
    email: str
    market: str
    language: str
    currency: str
    country: str
    address: Address
    address_lines: tuple[str, ...]
    placed_at: datetime
    hold_until: datetime
    parcels: tuple[TrackedParcelView, ...]
    totals: Totals
    journey: tuple[RouteStop, ...]
    rates: tuple[UsedRate, ...]
    history: tuple[HistoryView, ...]
    payment_state: str
    can_pay: bool
    can_cancel: bool

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the price left open, such as a tax that is not included."""
        return _warnings(tracked.parcel for tracked in self.parcels)


@dataclass(frozen=True, kw_only=True)
class OrderSummary:
    """An order in a list. `quantity` counts pieces; `picture` and `tint` are those of the first line."""

    id: int
    number: str
    token: str
    state: str
    state_label: str
    placed_at: datetime
    total: Money
    quantity: int
    country: str
    title: str
    picture: str
    tint: str
