"""What the page of an order shows: where the order stands in words, what can be done, and the way of each parcel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from django.utils.translation import gettext as _

from orders.states import CustomsStage, OrderState, ParcelStage
from orders.values.pages import LineView, OrderView, RouteStop, TrackedParcelView
from payments.states import PaymentState

_FAST_SECONDS, _SLOW_SECONDS = 2, 5
_QUIET = frozenset({OrderState.DELIVERED, OrderState.REFUNDED, OrderState.CANCELLED})
_AT_WORKSHOP = frozenset({ParcelStage.WAITING, ParcelStage.ASKED})
_PACKING = frozenset({OrderState.CONFIRMED, OrderState.PARTLY_DISPATCHED})


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where an order stands, in words; `tone` is "", "good" or "bad"."""

    heading: str
    text: str
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelTrack:
    """One parcel: its number at the carrier, what is in it and how far it is."""

    title: str
    stage_label: str
    tracking_number: str
    lines: tuple[LineView, ...]
    stops: tuple[RouteStop, ...]
    customs: Standing | None


@dataclass(frozen=True, kw_only=True)
class OrderPage:
    """An order as its page shows it. `poll_seconds` is 0 once nothing changes any more; `mark` names what is shown now."""

    order: OrderView
    standing: Standing
    parcels: tuple[ParcelTrack, ...]
    pay_label: str
    poll_seconds: int
    mark: str


def order_page(order: OrderView) -> OrderPage:
    """The page of an order, texts in the active language."""
    return OrderPage(
        order=order,
        standing=standing(order),
        parcels=tuple(_track(order, parcel) for parcel in order.parcels),
        pay_label=_pay_label(order),
        poll_seconds=_poll_seconds(order),
        mark=_mark(order),
    )


def standing(order: OrderView) -> Standing:
    """Where the order stands: of the order's own state, and while it waits, of its payment's. Never of what a link says."""
    if order.state == OrderState.AWAITING_PAYMENT:
        return _WAITING.get(order.payment_state, _not_paid)()
    return _STANDINGS[OrderState(order.state)]()


def _not_paid() -> Standing:
    return Standing(
        heading=_("One step is left: the payment"),
        text=_("Your order is kept for you. It is confirmed as soon as the payment is made."),
    )


def _at_gateway() -> Standing:
    return Standing(
        heading=_("We are confirming your payment"),
        text=_(
            "This page changes by itself as soon as the payment service answers, mostly within seconds."
            " If you have not paid yet, go on to the payment page."
        ),
    )


def _declined() -> Standing:
    return Standing(
        heading=_("The payment was declined"),
        text=_("Nothing was charged. Try again, with another card if you like: your order is kept for you."),
        tone="bad",
    )


_WAITING: Mapping[str, Callable[[], Standing]] = {
    PaymentState.STARTED: _at_gateway,
    PaymentState.UNKNOWN: _at_gateway,
    PaymentState.AUTHORIZED: _at_gateway,
    PaymentState.DECLINED: _declined,
}
_STANDINGS: Mapping[OrderState, Callable[[], Standing]] = {
    OrderState.UNDER_REVIEW: lambda: Standing(
        heading=_("We are looking at your payment"),
        text=_("Something about it needs a person. We write to you as soon as it is settled."),
    ),
    OrderState.CONFIRMED: lambda: Standing(
        heading=_("Thank you, your order is confirmed"),
        text=_("The workshop is packing it. Your card is charged when the parcel leaves, not before."),
        tone="good",
    ),
    OrderState.PARTLY_DISPATCHED: lambda: Standing(
        heading=_("Part of your order is on its way"),
        text=_("Duty and tax are paid. There is nothing to pay at your door."),
    ),
    OrderState.DISPATCHED: lambda: Standing(
        heading=_("Your order is on its way"),
        text=_("Duty and tax are paid. There is nothing to pay at your door."),
    ),
    OrderState.DELIVERED: lambda: Standing(
        heading=_("Your order has arrived"), text=_("We hope it is what you wished for."), tone="good"
    ),
    OrderState.UNDELIVERED: lambda: Standing(
        heading=_("A parcel did not reach you"),
        text=_(
            "It is on its way back to its sender or lost. We look into it and write to you; you need not do anything."
        ),
        tone="bad",
    ),
    OrderState.REFUNDED: lambda: Standing(
        heading=_("Your money goes back to you"),
        text=_("What was not delivered is paid back in full; your bank shows it within a few days."),
    ),
    OrderState.CANCELLED: lambda: Standing(
        heading=_("This order is cancelled"),
        text=_("Whatever was paid is given back in full; your bank shows it within a few days."),
    ),
}


def at_customs(stage: str) -> Standing | None:
    """What customs does with a parcel and what happens next; None while there is nothing to tell."""
    told = _AT_CUSTOMS.get(CustomsStage(stage))
    return told() if told else None


_AT_CUSTOMS: Mapping[CustomsStage, Callable[[], Standing]] = {
    CustomsStage.HELD: lambda: Standing(
        heading=_("Customs has a question"),
        text=_(
            "Customs keeps this parcel until it has seen a document. We send it; you need not do anything."
            " After that the parcel goes on by itself."
        ),
    ),
    CustomsStage.ANSWERED: lambda: Standing(
        heading=_("We have answered customs"),
        text=_("The parcel goes on as soon as customs has read our answer. You need not do anything."),
    ),
    CustomsStage.REFUSED: lambda: Standing(
        heading=_("Customs did not let this parcel in"),
        text=_("We look into it and write to you about your money. You need not do anything."),
        tone="bad",
    ),
}


def _pay_label(order: OrderView) -> str:
    if not order.can_pay or order.payment_state == PaymentState.AUTHORIZED:
        return ""
    declined = order.payment_state == PaymentState.DECLINED
    return _("Try the payment again") if declined else _("Go to the payment page")


def _poll_seconds(order: OrderView) -> int:
    if order.state in _QUIET:
        return 0
    return _FAST_SECONDS if order.state == OrderState.AWAITING_PAYMENT else _SLOW_SECONDS


def _mark(order: OrderView) -> str:
    """Changes whenever something on the page does."""
    parcels = [(it.stage, it.tracking_number, it.customs, len(it.timeline)) for it in order.parcels]
    return sha256(repr((order.state, order.payment_state, parcels)).encode()).hexdigest()[:16]


def _track(order: OrderView, parcel: TrackedParcelView) -> ParcelTrack:
    numbered = _("Parcel %(number)s from %(city)s") % {
        "number": parcel.position,
        "city": parcel.parcel.origin_city,
    }
    return ParcelTrack(
        title=numbered
        if len(order.parcels) > 1
        else _("From %(city)s to your door") % {"city": parcel.parcel.origin_city},
        stage_label=parcel.stage_label,
        tracking_number=parcel.tracking_number,
        lines=parcel.parcel.lines,
        stops=_stops(order, parcel),
        customs=at_customs(parcel.customs),
    )


def _stops(order: OrderView, parcel: TrackedParcelView) -> tuple[RouteStop, ...]:
    """The parcel's route; until the carrier says something, a confirmed order is at the workshop."""
    first, *rest = parcel.parcel.journey
    packing = parcel.stage in _AT_WORKSHOP and order.state in _PACKING
    if packing and first.progress == "ahead":
        first = replace(first, progress="here")
    return (first, *rest)
