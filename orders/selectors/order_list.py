"""Lists of orders: a customer's own."""

from django.db.models import Prefetch, Sum

from orders.models import Order, OrderLine, OrderParcel
from orders.selectors.parcel_views import speaking
from orders.states import OrderState
from orders.values.pages import OrderSummary


def orders_of(user_id: int, language: str = "en") -> tuple[OrderSummary, ...]:
    """A customer's orders, the newest first. Three queries, whatever their number."""
    orders = (
        Order.objects.filter(customer_id=user_id)
        .annotate(pieces=Sum("lines__quantity"))
        .order_by("-pk")
        .prefetch_related(
            Prefetch("lines", OrderLine.objects.filter(position=1)),
            Prefetch("parcels", OrderParcel.objects.filter(position=1)),
        )
    )
    with speaking(language):
        return tuple(_summary(order) for order in orders)


def order_id_of(user_id: int, number: str) -> int | None:
    """The id of a customer's own order, None when the number is unknown or somebody else's: both look the same."""
    return Order.objects.filter(customer_id=user_id, number=number).values_list("pk", flat=True).first()


def _summary(order: Order) -> OrderSummary:
    line = order.lines.all()[0]
    shown = order.parcels.all()[0].body["lines"][0]
    return OrderSummary(
        id=order.pk,
        number=order.number,
        token=order.token,
        state=order.state,
        state_label=str(OrderState(order.state).label),
        placed_at=order.placed_at,
        total=order.total,
        quantity=order.pieces,
        country=order.country,
        title=line.title,
        picture=shown["picture"],
        tint=shown["tint"],
    )
