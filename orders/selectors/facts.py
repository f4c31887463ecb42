"""The present facts about an order, read from the apps below: what `progress` decides by."""

from localization import clock
from logistics.selectors.shipments import shipment_facts
from logistics.states import DeclarationState, ShipmentState
from logistics.values import ShipmentFacts
from orders.models import Order, OrderParcel
from orders.progress import MoneyStage, OrderFacts, ParcelStanding, PaymentStanding
from orders.states import CustomsStage, ParcelStage, StockStage
from payments.selectors import payment_facts
from payments.states import PaymentState
from payments.values import PaymentFacts

_MONEY: dict[str, MoneyStage] = {
    PaymentState.NEW: MoneyStage.OPEN,
    PaymentState.STARTED: MoneyStage.OPEN,
    PaymentState.UNKNOWN: MoneyStage.OPEN,
    # A declined payment may be tried again on the same page.
    PaymentState.DECLINED: MoneyStage.OPEN,
    PaymentState.AUTHORIZED: MoneyStage.AUTHORIZED,
    PaymentState.CAPTURE_ASKED: MoneyStage.CAPTURING,
    PaymentState.PARTIALLY_CAPTURED: MoneyStage.CAPTURED,
    PaymentState.CAPTURED: MoneyStage.CAPTURED,
    PaymentState.PARTIALLY_REFUNDED: MoneyStage.CAPTURED,
    PaymentState.REFUNDED: MoneyStage.CLOSED,
    PaymentState.VOID_ASKED: MoneyStage.CLOSING,
    PaymentState.VOIDED: MoneyStage.CLOSED,
    PaymentState.UNDER_REVIEW: MoneyStage.DOUBTFUL,
}
_STAGES: dict[str, ParcelStage] = {
    ShipmentState.ASKED: ParcelStage.ASKED,
    ShipmentState.FAILED: ParcelStage.ASKED,
    ShipmentState.BOOKED: ParcelStage.ASKED,
    ShipmentState.CANCEL_ASKED: ParcelStage.RECALLED,
    ShipmentState.CANCELLED: ParcelStage.WAITING,
    ShipmentState.DELIVERED: ParcelStage.DELIVERED,
    ShipmentState.RETURNING: ParcelStage.RETURNING,
    ShipmentState.RETURNED: ParcelStage.RETURNED,
    ShipmentState.LOST: ParcelStage.LOST,
}

_AT_REST = frozenset({ParcelStage.WAITING, ParcelStage.DELIVERED, ParcelStage.RETURNED, ParcelStage.LOST})
_CUSTOMS: dict[str, CustomsStage] = {
    DeclarationState.HELD: CustomsStage.HELD,
    DeclarationState.AMENDED: CustomsStage.ANSWERED,
    DeclarationState.REFUSED: CustomsStage.REFUSED,
}


def facts_about(order: Order) -> OrderFacts:
    """What is true about an order now."""
    return OrderFacts(
        total=order.total,
        payments=tuple(payment_standing(facts) for facts in payments_of(order)),
        parcels=tuple(_parcel_standing(parcel) for parcel in parcels_of(order)),
        hold_expired=order.hold_until <= clock.now(),
    )


def payments_of(order: Order) -> tuple[PaymentFacts, ...]:
    """The order's payments, first tried first."""
    return tuple(
        payment_facts(payment_id) for payment_id in order.payments.values_list("payment_id", flat=True)
    )


def parcels_of(order: Order) -> list[OrderParcel]:
    """The order's parcels with the shipments that carry them."""
    return list(order.parcels.order_by("position").prefetch_related("shipments"))


def shipment_of(parcel: OrderParcel) -> ShipmentFacts | None:
    """The shipment asked for last, if any."""
    links = sorted(parcel.shipments.all(), key=lambda link: link.position)
    return shipment_facts(links[-1].shipment_id) if links else None


def payment_standing(facts: PaymentFacts) -> PaymentStanding:
    """How far a payment is, as the rules see it; one that a person must look at pays nothing."""
    stage = MoneyStage.DOUBTFUL if facts.needs_review else _MONEY[facts.state]
    return PaymentStanding(facts.id, facts.amount, stage, facts.refunded)


def parcel_stage(shipment: ShipmentFacts | None) -> ParcelStage:
    """How far a parcel is; between leaving and arriving, or going astray, it is on the way."""
    if shipment is None:
        return ParcelStage.WAITING
    return _STAGES.get(shipment.state, ParcelStage.ON_THE_WAY)


def customs_stage(shipment: ShipmentFacts | None) -> CustomsStage:
    """How customs stands to a parcel; a parcel that arrived or came back is past all that."""
    if shipment is None or parcel_stage(shipment) in _AT_REST:
        return CustomsStage.QUIET
    return _CUSTOMS.get(shipment.customs_state, CustomsStage.QUIET)


def _parcel_standing(parcel: OrderParcel) -> ParcelStanding:
    owed, shipment = parcel.total if parcel.refund_decided_at else None, shipment_of(parcel)
    stage, customs = parcel_stage(shipment), customs_stage(shipment)
    arrived = shipment is not None and shipment.delivered_at is not None
    return ParcelStanding(parcel.pk, stage, StockStage(parcel.stock), owed, customs, arrived)
