"""Dispatch a parcel: the merchant's button. A shipment is asked for with everything frozen at the quote."""

from django.db import transaction

from catalog.selectors.merchants import warehouse
from localization.addresses import Address
from localization.money import zero
from logistics.services.open_shipment import open_shipment
from logistics.values import ParcelLine, ShipmentRequest
from orders.freezing import thaw
from orders.models import Order, OrderParcel, Withdrawal
from orders.refusals import CannotDispatch, OrderNotFound
from orders.registrations import number_for
from orders.selectors.facts import parcel_stage, shipment_of
from orders.selectors.identifiers import identifier_for
from orders.services._settling import lock_order, settle
from orders.states import DISPATCHABLE, ParcelStage
from orders.values.quote import QuotedLine, QuotedParcel


def dispatch_parcel(*, parcel_id: int, actor: str) -> int:
    """The id of the shipment that now carries the parcel; a worker books it.

    Raises OrderNotFound, and CannotDispatch when the order is not paid or the parcel was dispatched before.
    """
    with transaction.atomic():
        found = OrderParcel.objects.filter(pk=parcel_id).first()
        if found is None:
            raise OrderNotFound
        order = lock_order(found.order_id)
        parcel = order.parcels.get(pk=parcel_id)
        # What the buyer withdrew from does not leave any more, though another parcel had left before.
        withdrawn = Withdrawal.objects.filter(order=order).exists()
        waiting = parcel_stage(shipment_of(parcel)) is ParcelStage.WAITING
        if withdrawn or order.state not in DISPATCHABLE or not waiting:
            raise CannotDispatch(reference=parcel.reference, state=order.state)
        shipment_id = _ship(order, parcel, actor)
        settle(order)
    return shipment_id


def _ship(order: Order, parcel: OrderParcel, actor: str) -> int:
    position = parcel.shipments.count() + 1
    reference = parcel.reference if position == 1 else f"{parcel.reference}-{position}"
    shipment_id = open_shipment(_request(order, parcel, reference))
    parcel.shipments.create(shipment_id=shipment_id, position=position, asked_by=actor[:100])
    return shipment_id


def _request(order: Order, parcel: OrderParcel, reference: str) -> ShipmentRequest:
    quoted = thaw(QuotedParcel, parcel.body)
    return ShipmentRequest(
        reference=reference,
        carrier=quoted.delivery.carrier,
        service_code=quoted.delivery.code,
        sender=warehouse(parcel.warehouse_code).address,
        recipient=Address.from_json(order.address),
        lines=tuple(_line(line) for line in quoted.lines),
        freight=quoted.delivery.price,
        insurance=zero(quoted.delivery.price.currency.code),
        incoterm=quoted.delivery.incoterm,
        charges=quoted.landed.charges,
        # The registration under which the goods were sold, whatever became of it since.
        registration_number=number_for(
            quoted.landed.scheme, on=order.placed_at.date(), holder=quoted.merchant_code
        ),
        tax_id=identifier_for(order.pk),
    )


def _line(line: QuotedLine) -> ParcelLine:
    return ParcelLine(
        sku=line.sku,
        description=line.customs_description or line.title,
        hs_code=line.hs_code,
        origin=line.origin,
        quantity=line.quantity,
        weight_grams=line.weight_grams * line.quantity,
        value=line.amount,
        merchant_product_id=line.merchant_product_id,
        manufacturer_product_id=line.manufacturer_product_id,
    )
