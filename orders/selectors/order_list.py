"""Lists of orders: a customer's own."""

from django.db.models import Prefetch, QuerySet

from orders.models import Order, OrderLine, OrderParcel
from orders.selectors.parcel_views import speaking
from orders.states import OrderState
from orders.values.pages import OrderSummary


def orders_of(user_id: int, language: str = "en") -> tuple[OrderSummary, ...]:
    """A customer's orders, the newest first. Three queries, whatever their number."""
    with speaking(language):
        return tuple(_summary(order) for order in _orders(user_id))


def orders_before(user_id: int, *, before: int | None, most: int, language: str) -> tuple[OrderSummary, ...]:
    """At most so many of a customer's orders, the newest first, older than the order of id `before`. Three queries."""
    found = _orders(user_id) if before is None else _orders(user_id).filter(pk__lt=before)
    with speaking(language):
        return tuple(_summary(order) for order in found[:most])


def _orders(user_id: int) -> QuerySet[Order]:
    return (
        _of(user_id)
        .order_by("-pk")
        .prefetch_related(
            Prefetch("lines", OrderLine.objects.order_by("position")),
            Prefetch("parcels", OrderParcel.objects.filter(position=1)),
        )
    )


def _of(user_id: int) -> QuerySet[Order]:
    return Order.objects.filter(customer_id=user_id)


def order_id_of(user_id: int, number: str) -> int | None:
    """The id of a customer's own order, None when the number is unknown or somebody else's: both look the same."""
    return Order.objects.filter(customer_id=user_id, number=number).values_list("pk", flat=True).first()


def owns_order(user_id: int, token: str) -> bool:
    """Whether the order behind a link is this customer's."""
    return token.isascii() and token.isprintable() and _of(user_id).filter(token=token).exists()


def _summary(order: Order) -> OrderSummary:
    lines = order.lines.all()
    shown = order.parcels.all()[0].body["lines"][0]
    return OrderSummary(
        id=order.pk,
        number=order.number,
        token=order.token,
        state=order.state,
        state_label=str(OrderState(order.state).label),
        placed_at=order.placed_at,
        total=order.total,
        quantity=sum(line.quantity for line in lines),
        country=order.country,
        title=lines[0].title,
        picture=shown["picture"],
        tint=shown["tint"],
    )
