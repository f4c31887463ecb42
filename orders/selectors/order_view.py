"""An order as its buyer sees it: what was bought, what it cost and why, and where it is."""

from dataclasses import replace

from localization.addresses import Address, address_lines
from logistics.selectors.shipments import timeline
from orders.freezing import thaw
from orders.models import Order, OrderParcel
from orders.refusals import OrderNotFound
from orders.route import Door, events_of, merged, with_timeline
from orders.selectors.facts import customs_stage, parcel_stage, parcels_of, payments_of, shipment_of
from orders.selectors.parcel_views import door, parcel_view, speaking
from orders.states import CANCELLABLE, OrderState, ParcelStage
from orders.values.pages import HistoryView, OrderView, TrackedParcelView
from orders.values.quote import QuoteBody, QuotedParcel, Totals


def order_view(token: str, language: str) -> OrderView:
    """The order behind an unguessable link. Raises OrderNotFound, also for what no database could look for."""
    if not token.isascii() or not token.isprintable():
        raise OrderNotFound
    return _view(Order.objects.select_related("quote").filter(token=token).first(), language)


def order_view_by_id(order_id: int, language: str) -> OrderView:
    """The order of an id, for code that knows the reader may see it. Raises OrderNotFound."""
    return _view(Order.objects.select_related("quote").filter(pk=order_id).first(), language)


def _view(order: Order | None, language: str) -> OrderView:
    if order is None:
        raise OrderNotFound
    body = thaw(QuoteBody, order.quote.body)
    address = Address.from_json(order.address)
    payments = payments_of(order)
    with speaking(language):
        to = door(order.country, address, language)
        parcels = tuple(_tracked(parcel, to) for parcel in parcels_of(order))
        history = tuple(_history(order))
        state_label = str(OrderState(order.state).label)
    return OrderView(
        id=order.pk,
        number=order.number,
        token=order.token,
        state=order.state,
        state_label=state_label,
        email=order.email,
        market=order.market,
        language=order.language,
        currency=body.currency,
        country=order.country,
        address=address,
        address_lines=address_lines(address),
        placed_at=order.placed_at,
        hold_until=order.hold_until,
        parcels=parcels,
        totals=_totals(order),
        journey=merged([tracked.parcel.journey for tracked in parcels]),
        rates=body.rates,
        history=history,
        payment_state=payments[-1].state if payments else "",
        can_pay=order.state == OrderState.AWAITING_PAYMENT,
        can_cancel=order.state in CANCELLABLE and all(part.stage == ParcelStage.WAITING for part in parcels),
    )


def _totals(order: Order) -> Totals:
    return Totals(goods=order.goods, freight=order.freight, duty=order.duty, tax=order.tax, fees=order.fees)


def _tracked(parcel: OrderParcel, to: Door) -> TrackedParcelView:
    shipment = shipment_of(parcel)
    entries = timeline(shipment.id) if shipment else ()
    stage = parcel_stage(shipment)
    view = parcel_view(thaw(QuotedParcel, parcel.body), to=to)
    return TrackedParcelView(
        id=parcel.pk,
        position=parcel.position,
        reference=parcel.reference,
        parcel=replace(view, journey=with_timeline(view.journey, entries)),
        stage=stage,
        stage_label=str(stage.label),
        carrier=shipment.carrier if shipment else "",
        tracking_number=shipment.number if shipment else "",
        shipment_id=shipment.id if shipment else None,
        customs=customs_stage(shipment),
        timeline=events_of(entries),
    )


def _history(order: Order) -> list[HistoryView]:
    return [
        HistoryView(
            source=row.source,
            target=row.target,
            label=str(OrderState(row.target).label),
            reason=row.reason,
            actor=row.actor,
            at=row.at,
        )
        for row in order.history.all()
    ]
