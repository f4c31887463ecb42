"""Pay back goods that a buyer sent back: their price, and of duty and tax what the scheme gives back."""

from collections.abc import Mapping

import structlog
from django.db import transaction
from django.utils.translation import gettext_noop

from localization import clock
from localization.addresses import Address
from localization.money import total
from localization.places import territory_of
from logistics.duty_refunds import RefundPart, ReturnedLine, refundable, terms_in
from logistics.selectors.customs_dates import customs_dates
from logistics.selectors.tariffs import tariff_book
from orders.allocating import return_allocations
from orders.freezing import thaw
from orders.models import Order, OrderParcel
from orders.refusals import CannotRefund
from orders.selectors.facts import facts_about, parcel_stage, shipment_of
from orders.services._settling import lock_order
from orders.states import FINAL, ParcelStage
from orders.values.quote import QuotedParcel
from payments.services.ask_refund import ask_refund

_log = structlog.get_logger(__name__)
_ARRIVED = frozenset({ParcelStage.DELIVERED, ParcelStage.RETURNING, ParcelStage.RETURNED})


def refund_return(*, parcel_id: int, returned: Mapping[int, int], actor: str) -> int:
    """The id of the refund for pieces of a delivered parcel that came back, `returned` by variant id; once per parcel.

    The money moves when the gateway has done it. Raises CannotRefund when the parcel never arrived, its price was decided
    on before, or its order is not at rest; KeyReused for other pieces of a parcel that was refunded; AmountTooLarge;
    ValueError for more pieces than there were.
    """
    with transaction.atomic():
        parcel = OrderParcel.objects.get(pk=parcel_id)
        order = lock_order(parcel.order_id)
        payment_id = _payer(order, parcel, returned)
        quoted = thaw(QuotedParcel, parcel.body)
        shares = return_allocations(quoted, returned, _parts(order, parcel, quoted, returned))
        refund_id = ask_refund(
            payment_id=payment_id,
            amount=total((share.amount for share in shares), order.total.currency.code),
            reference=f"{parcel.reference}:returned",
            reason=gettext_noop("goods sent back"),
            shares=shares,
        )
    _log.info("return_paid_back", parcel=parcel.reference, refund=refund_id, actor=actor)
    return refund_id


def _payer(order: Order, parcel: OrderParcel, returned: Mapping[int, int]) -> int:
    facts, stage = facts_about(order), parcel_stage(shipment_of(parcel))
    # While an order still owes something, a refund of ours must not be taken for the one it owes.
    rests = order.state in FINAL and order.settled_at is not None
    if not rests or facts.payer is None or stage not in _ARRIVED or parcel.refund_decided_at:
        raise CannotRefund(number=order.number, state=order.state)
    if not any(returned.values()):
        raise CannotRefund(number=order.number, state=order.state)
    return facts.payer.id


def _parts(
    order: Order, parcel: OrderParcel, quoted: QuotedParcel, returned: Mapping[int, int]
) -> tuple[RefundPart, ...]:
    lines = [
        ReturnedLine(
            line_id=str(line.variant_id),
            value=line.amount,
            quantity=line.quantity,
            returned=returned.get(line.variant_id, 0),
        )
        for line in quoted.lines
    ]
    shipment = shipment_of(parcel)
    released = customs_dates([shipment.id])[shipment.id].released_at if shipment else None
    on = (released or order.placed_at).date()
    address = Address.from_json(order.address)
    territory = territory_of(address.country, address.postcode)
    # Goods that arrived were let in, even where no carrier told us when.
    days = (clock.today() - on).days
    return refundable(
        quoted.landed.charges,
        lines,
        terms=terms_in(tariff_book(), territory.code, on),
        days_since_release=days,
    )
