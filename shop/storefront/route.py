"""The route of one piece, from the stored offer: the workshop, the freight, the border and the door."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from moneyed import Money

from catalog.values import OfferCard
from localization.formats import country_name
from localization.money import zero
from localization.places import needs_papers, territory_of
from orders.labels import STOPS
from orders.values.pages import RouteStop, StopKind
from shop.storefront.visit import Visit


@dataclass(frozen=True)
class _Leg:
    """Where a stop is and what it adds."""

    kind: StopKind
    place: str
    country: str
    adds: Money


def meets_border(card: OfferCard, visit: Visit) -> bool:
    """Whether the piece crosses a customs border, or tax is added on its way without one."""
    added = card.duty.amount or card.tax.amount or card.fees.amount
    return bool(added) or _crosses(card.origin_country, visit.country)


def whole_route(card: OfferCard, visit: Visit) -> tuple[RouteStop, ...]:
    """Every stop of one piece with what it adds; like `orders.route`, no border where none is crossed."""
    here = country_name(visit.country, visit.language)
    nothing = zero(card.goods.currency.code)
    border = card.duty + card.tax + card.fees
    legs = [
        _Leg("workshop", card.origin_city, card.origin_country, card.goods),
        _Leg("freight", "", card.origin_country, card.freight),
    ]
    if meets_border(card, visit):
        legs.append(_Leg("border", here, visit.country, border))
    legs.append(_Leg("door", here, visit.country, nothing))
    return _with_running_totals(tuple(_stop(leg) for leg in legs))


def _stop(leg: _Leg) -> RouteStop:
    return RouteStop(
        kind=leg.kind,
        label=str(STOPS[leg.kind]),
        place=leg.place,
        country=leg.country,
        adds=leg.adds,
        total=leg.adds,
    )


def _with_running_totals(stops: tuple[RouteStop, ...]) -> tuple[RouteStop, ...]:
    sums = accumulate(stop.adds for stop in stops)
    return tuple(replace(stop, total=so_far) for stop, so_far in zip(stops, sums, strict=True))


@lru_cache(maxsize=1024)
def _crosses(origin: str, destination: str) -> bool:
    return needs_papers(territory_of(origin), territory_of(destination))
