"""Asks the apps below for what an order needs: a payment, its money back, its stock, its parcel recalled."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from catalog.refusals import HoldLapsed, OutOfStock
from catalog.services.extend_hold import extend_hold
from catalog.services.hold_stock import hold_stock
from catalog.services.release_stock import release_stock
from catalog.services.take_stock import take_stock
from catalog.values import StockLine
from localization import clock
from localization.insertion import insert
from logistics.services.cancel_shipment import cancel_shipment
from orders.allocating import allocations, parcel_allocations
from orders.freezing import thaw
from orders.links import order_url
from orders.models import Order, OrderParcel, OrderPayment
from orders.periods import DISPATCH_HOLD
from orders.progress import Duty, DutyKind
from orders.refusals import CannotRefund
from orders.selectors.facts import facts_about
from orders.states import StockStage
from orders.values.quote import QuoteBody, QuotedParcel
from payments.selectors import payment_facts
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.ask_void import ask_void
from payments.services.open_payment import open_payment
from payments.values import OpenPayment


def open_payment_of(order: Order, body: QuoteBody, *, position: int) -> int:
    """The id of the payment number `position` of the whole order, by its quote's allocations; no gateway is asked yet."""
    payment_id = open_payment(
        OpenPayment(
            reference=order.number,
            key=f"order:{order.number}:{position}",
            amount=order.total,
            allocations=allocations(body),
            description=order.number,
            language=order.language,
            return_url=order_url(market=order.market, language=order.language, token=order.token),
        )
    )
    insert([OrderPayment(order=order, payment_id=payment_id, position=position)])
    return payment_id


def perform(order: Order, duty: Duty) -> None:
    """Do one thing the order owes; doing it twice does no harm. Raises what the app below refuses."""
    _PERFORMERS[duty.kind](order, duty.subject)


def _secure(order: Order, parcel_id: int) -> None:
    parcel = order.parcels.get(pk=parcel_id)
    _keep(parcel, lambda: extend_hold(reference=parcel.reference, until=_until()), StockStage.SECURED)


def _take(order: Order, parcel_id: int) -> None:
    parcel = order.parcels.get(pk=parcel_id)
    _keep(parcel, lambda: take_stock(reference=parcel.reference), StockStage.TAKEN)


def _keep(parcel: OrderParcel, act: Callable[[], None], stage: StockStage) -> None:
    """Act on the held pieces; a hold that lapsed is taken up again first, if the pieces are still there."""
    try:
        try:
            act()
        except HoldLapsed:
            with transaction.atomic():
                hold_stock(reference=parcel.reference, lines=_stock_lines(parcel), until=_until())
                act()
    except OutOfStock:
        stage = StockStage.LOST
    _write(parcel, stage)


def _release(order: Order, parcel_id: int) -> None:
    parcel = order.parcels.get(pk=parcel_id)
    release_stock(reference=parcel.reference, reason="order cancelled")
    _write(parcel, StockStage.RELEASED)


def _capture(order: Order, payment_id: int) -> None:
    ask_capture(payment_id=payment_id, reference=f"{order.number}:capture", amount=order.total)


def _void(_: Order, payment_id: int) -> None:
    ask_void(payment_id=payment_id)


def _refund(order: Order, payment_id: int) -> None:
    facts = payment_facts(payment_id)
    ask_refund(
        payment_id=payment_id,
        amount=facts.captured - facts.refunded,
        reference=f"{order.number}:all-back",
        reason=gettext_noop("order cancelled or paid twice"),
    )


def _refund_parcel(order: Order, parcel_id: int) -> None:
    payer, parcel = facts_about(order).payer, order.parcels.get(pk=parcel_id)
    if payer is None:
        raise CannotRefund(number=order.number, state=order.state)
    ask_refund(
        payment_id=payer.id,
        amount=parcel.total,
        reference=f"{parcel.reference}:not-delivered",
        reason=gettext_noop("parcel not delivered"),
        shares=parcel_allocations(thaw(QuotedParcel, parcel.body)),
    )


def _recall(order: Order, parcel_id: int) -> None:
    link = order.parcels.get(pk=parcel_id).shipments.latest("position")
    cancel_shipment(link.shipment_id)


_PERFORMERS: Mapping[DutyKind, Callable[[Order, int], None]] = {
    DutyKind.SECURE_STOCK: _secure,
    DutyKind.TAKE_STOCK: _take,
    DutyKind.RELEASE_STOCK: _release,
    DutyKind.CAPTURE: _capture,
    DutyKind.VOID: _void,
    DutyKind.REFUND: _refund,
    DutyKind.RECALL_PARCEL: _recall,
    DutyKind.REFUND_PARCEL: _refund_parcel,
}


def _stock_lines(parcel: OrderParcel) -> tuple[StockLine, ...]:
    return tuple(StockLine(*pair) for pair in parcel.lines.values_list("variant_id", "quantity"))


def _write(parcel: OrderParcel, stage: StockStage) -> None:
    OrderParcel.objects.filter(pk=parcel.pk).update(stock=stage)


def _until() -> datetime:
    return clock.now() + DISPATCH_HOLD
