"""What the back office's start page tells about orders: parcels to send, the newest orders, orders per day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from moneyed import Money

from localization import clock
from logistics.states import ShipmentState
from orders.models import Order, OrderParcel, OrderShipment, Withdrawal
from orders.states import DISPATCHABLE, OrderState, StockStage


@dataclass(frozen=True, kw_only=True)
class RecentOrder:
    """One order as a table shows it; `total` is what the buyer paid, or a merchant's own share of it."""

    id: int
    number: str
    state: str
    country: str
    placed_at: datetime
    total: Money


def parcels_waiting(merchant_ids: Collection[int] | None = None) -> int:
    """Parcels of paid orders that nobody handed to a carrier yet, of these merchants (None: of all)."""
    carried = OrderShipment.objects.filter(parcel=OuterRef("pk")).exclude(
        shipment__state=ShipmentState.CANCELLED
    )
    parcels = OrderParcel.objects.filter(
        ~Exists(carried), order__state__in=DISPATCHABLE, stock=StockStage.SECURED
    )
    return int((parcels if merchant_ids is None else parcels.filter(merchant_id__in=merchant_ids)).count())


def orders_under_review() -> int:
    """Orders somebody has to decide on."""
    return int(Order.objects.filter(state=OrderState.UNDER_REVIEW).count())


def orders_undelivered() -> int:
    """Orders with a parcel that was returned or lost: somebody has to decide on the money."""
    return int(Order.objects.filter(state=OrderState.UNDELIVERED).count())


def withdrawals_open() -> int:
    """Withdrawals that came after dispatch and of which nothing was paid back yet. One query."""
    late = Withdrawal.objects.filter(cancelled=False)
    return int(late.exclude(order__payments__payment__refunds__isnull=False).count())


def recent_orders(merchant_ids: Collection[int] | None = None, *, size: int = 8) -> tuple[RecentOrder, ...]:
    """The newest orders with a parcel of these merchants (None: of all). One query; for merchants a second."""
    orders = list(_of(merchant_ids).order_by("-pk")[:size])
    shares = _shares(orders, merchant_ids)
    return tuple(
        RecentOrder(
            id=order.pk,
            number=order.number,
            state=str(OrderState(order.state).label),
            country=order.country,
            placed_at=order.placed_at,
            total=shares.get(order.pk, order.total),
        )
        for order in orders
    )


def orders_per_day(merchant_ids: Collection[int] | None = None, *, days: int = 14) -> dict[date, int]:
    """How many orders were placed on each of the last `days` days in UTC, today last. One query."""
    first = clock.today() - timedelta(days=days - 1)
    counted = dict(
        _of(merchant_ids)
        .filter(placed_at__date__gte=first)
        .annotate(day=TruncDate("placed_at"))
        .order_by()
        .values_list("day")
        .annotate(Count("pk"))
    )
    wanted = (first + timedelta(days=number) for number in range(days))
    return {day: counted.get(day, 0) for day in wanted}


def _of(merchant_ids: Collection[int] | None) -> QuerySet[Order]:
    orders: QuerySet[Order] = Order.objects.all()
    if merchant_ids is None:
        return orders
    own = OrderParcel.objects.filter(order=OuterRef("pk"), merchant_id__in=merchant_ids)
    return orders.filter(Exists(own))


def _shares(orders: list[Order], merchant_ids: Collection[int] | None) -> dict[int, Money]:
    """What these merchants' parcels of the orders cost; nothing for operators, who see whole orders."""
    if merchant_ids is None:
        return {}
    shares: dict[int, Money] = {}
    for parcel in OrderParcel.objects.filter(order__in=orders, merchant_id__in=merchant_ids):
        before = shares.get(parcel.order_id, Money(0, parcel.total.currency))
        shares[parcel.order_id] = before + parcel.total
    return shares
