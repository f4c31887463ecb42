"""What a buyer bought this year of what the destination limits: counted from the orders placed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from moneyed import Money

from localization.rates import FxTable
from logistics.buyer_limits import COUNTED_IN, Purchase, year_bounds, year_to_date
from logistics.selectors.customs_dates import CustomsDates, customs_dates
from orders.freezing import thaw
from orders.models import Order, OrderParcel
from orders.states import OrderState
from orders.values.quote import QuotedParcel

_SCHEME = "CN-CBEC"


@dataclass(frozen=True, kw_only=True)
class BuyerKey:
    """Who buys, as far as we know: an account, an e-mail address, or both; orders of either are the same buyer's."""

    customer_id: int | None = None
    email: str = ""


def buyer_year_to_date(buyer: BuyerKey, *, country: str, on: date, fx: FxTable) -> Money | None:
    """What the buyer's orders use of the destination's yearly limit, in the limit's currency.

    None where nothing is limited, or nobody is known. Raises RateUnavailable.
    """
    if country not in COUNTED_IN or not (buyer.customer_id or buyer.email):
        return None
    return year_to_date(_purchases(buyer, country, on, fx), on=on)


def _purchases(buyer: BuyerKey, country: str, on: date, fx: FxTable) -> Iterator[Purchase]:
    parcels = [(parcel, thaw(QuotedParcel, parcel.body)) for parcel in _parcels(buyer, country, on)]
    # Postal articles and home sales are under limits of their own.
    limited = [(parcel, quoted) for parcel, quoted in parcels if quoted.landed.scheme.startswith(_SCHEME)]
    dates = customs_dates([_shipment(parcel) for parcel, _ in limited if _shipment(parcel)])
    for parcel, quoted in limited:
        value = quoted.totals.goods + quoted.totals.freight
        yield _purchase(parcel, fx.rate(value.currency.code, COUNTED_IN[country]).convert(value), dates)


def _parcels(buyer: BuyerKey, country: str, on: date) -> Iterator[OrderParcel]:
    first, end = year_bounds(on)
    mine = Q(customer_id=buyer.customer_id) if buyer.customer_id else Q()
    if buyer.email:
        mine |= Q(email__iexact=buyer.email)
    orders = Order.objects.filter(mine, country=country, placed_at__gte=first, placed_at__lt=end)
    kept = orders.exclude(state=OrderState.CANCELLED).select_related("withdrawal")
    for order in kept.prefetch_related("parcels__shipments"):
        yield from _with_order(order)


def _with_order(order: Order) -> Iterator[OrderParcel]:
    for parcel in order.parcels.all():
        parcel.order = order
        yield parcel


def _shipment(parcel: OrderParcel) -> int:
    """The id of the shipment asked for last, 0 where there is none."""
    links = sorted(parcel.shipments.all(), key=lambda link: link.position)
    return links[-1].shipment_id if links else 0


def _purchase(parcel: OrderParcel, value: Money, dates: Mapping[int, CustomsDates]) -> Purchase:
    way = dates.get(_shipment(parcel), CustomsDates())
    withdrawal = getattr(parcel.order, "withdrawal", None)
    return Purchase(
        placed_at=parcel.order.placed_at,
        value=value,
        released_at=way.released_at,
        return_asked_at=withdrawal.at if withdrawal else way.returning_at,
        gone_at=way.returned_at or way.lost_at,
    )
