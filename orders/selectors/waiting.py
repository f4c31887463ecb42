"""Which parcels wait for their workshop: what a merchant, or in the demo its stand-in, is to hand over."""

from datetime import datetime

from orders.models import OrderHistory, OrderParcel
from orders.states import DISPATCHABLE, OrderState


def parcels_to_dispatch(*, confirmed_before: datetime) -> tuple[int, ...]:
    """Ids of the parcels never yet dispatched, of orders confirmed before that moment, the oldest order first.

    A parcel whose shipment the carrier refused or gave back is a person's business and is not among them.
    """
    confirmed = OrderHistory.objects.filter(target=OrderState.CONFIRMED, at__lt=confirmed_before)
    waiting = OrderParcel.objects.filter(
        order__state__in=DISPATCHABLE, order__in=confirmed.values("order"), shipments=None
    )
    return tuple(waiting.order_by("order_id", "position").values_list("pk", flat=True))
