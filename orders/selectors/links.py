"""Which order a payment or a shipment belongs to."""

from orders.models import OrderPayment, OrderShipment


def order_of_payment(payment_id: int) -> int | None:
    """The id of the order a payment pays, None for a payment that is not ours."""
    return OrderPayment.objects.filter(payment_id=payment_id).values_list("order_id", flat=True).first()


def order_of_shipment(shipment_id: int) -> int | None:
    """The id of the order a shipment carries a parcel of, None for a shipment that is not ours."""
    orders = OrderShipment.objects.filter(shipment_id=shipment_id)
    return orders.values_list("parcel__order_id", flat=True).first()
