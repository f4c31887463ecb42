"""The pure rule of the route: from the workshop over the border to the door, what each stop adds, and how far a parcel is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from django.utils.translation import gettext
from moneyed import Money

from localization.money import total, zero
from localization.places import needs_papers, territory_of
from logistics.landed_cost import Charge, Relief
from logistics.states import ShipmentState
from logistics.values import TimelineEntry
from orders.labels import CHARGES, NO_DUTY, NO_DUTY_NO_TAX, STOPS, TAX
from orders.values.pages import ChargeView, ReliefView, RouteStop, StopEvent, StopKind, StopProgress
from orders.values.quote import QuotedParcel

_S = ShipmentState
_STOP_OF: dict[str, StopKind] = {
    _S.ASKED: "workshop",
    _S.BOOKED: "workshop",
    _S.HANDED_OVER: "workshop",
    _S.EXPORT_CUSTOMS: "freight",
    _S.IN_TRANSIT: "freight",
    _S.ARRIVED: "border",
    _S.IMPORT_CUSTOMS: "border",
    _S.CUSTOMS_HOLD: "border",
    _S.CUSTOMS_RELEASED: "border",
}
_ORDER: tuple[StopKind, ...] = ("workshop", "freight", "border", "door")


@dataclass(frozen=True, kw_only=True)
class Door:
    """Where the route ends: a country by code and name, and a city once there is an address."""

    country: str
    postcode: str
    country_name: str
    city: str


def parcel_route(parcel: QuotedParcel, *, to: Door) -> tuple[RouteStop, ...]:
    """The stops of one parcel, texts in the active language. A parcel that crosses no border has no such stop."""
    totals, charges = parcel.totals, charge_views(parcel)
    nothing = zero(totals.goods.currency.code)
    stops = [
        _stop("workshop", parcel.origin_city, parcel.ship_from, totals.goods),
        _stop("freight", gettext(parcel.delivery.name), parcel.ship_from, totals.freight),
    ]
    crosses = _crosses(parcel, to)
    if charges or crosses:
        border = _stop("border", to.country_name, to.country, totals.duty + totals.tax + totals.fees)
        if not crosses:
            border = replace(border, label=str(TAX))
        reliefs = tuple(_relief_view(relief, nothing) for relief in parcel.landed.reliefs)
        stops.append(replace(border, charges=charges, reliefs=reliefs))
    stops.append(_stop("door", to.city or to.country_name, to.country, nothing))
    return _with_running_totals(stops)


def charge_views(parcel: QuotedParcel) -> tuple[ChargeView, ...]:
    """The parcel's charges as pages show them, in the active language."""
    titles = {str(line.variant_id): line.title for line in parcel.lines}
    return tuple(
        _charge_view(charge, titles.get(charge.line_id or "", "")) for charge in parcel.landed.charges
    )


def merged(routes: Sequence[Sequence[RouteStop]]) -> tuple[RouteStop, ...]:
    """One route for several parcels: amounts add up, places stand side by side, the slowest parcel says how far it is."""
    stops = [stop for route in routes for stop in route]
    kinds = [kind for kind in _ORDER if any(stop.kind == kind for stop in stops)]
    if len(routes) == 1:
        return tuple(stops)
    together = [_together([stop for stop in stops if stop.kind == kind]) for kind in kinds]
    return _with_running_totals(together)


def with_timeline(route: Sequence[RouteStop], timeline: Iterable[TimelineEntry]) -> tuple[RouteStop, ...]:
    """The route with what happened at each stop and how far the parcel is."""
    events = [(_STOP_OF.get(entry.status, "door"), _event(entry)) for entry in timeline]
    kinds = [stop.kind for stop in route]
    reached = max((kinds.index(kind) for kind, _ in events if kind in kinds), default=-1)
    arrived = any(event.code == _S.DELIVERED for _, event in events)
    return tuple(
        replace(
            stop,
            progress=_progress(index, reached, arrived=arrived),
            events=tuple(event for kind, event in events if kind == stop.kind),
        )
        for index, stop in enumerate(route)
    )


def events_of(timeline: Iterable[TimelineEntry]) -> tuple[StopEvent, ...]:
    """The timeline as pages show it, in the active language."""
    return tuple(_event(entry) for entry in timeline)


def _progress(index: int, reached: int, *, arrived: bool) -> StopProgress:
    if index < reached or (arrived and index == reached):
        return "passed"
    return "here" if index == reached else "ahead"


def _together(stops: list[RouteStop]) -> RouteStop:
    first = stops[0]
    slowest = min(stops, key=lambda stop: ("ahead", "here", "passed").index(stop.progress))
    return replace(
        first,
        place=" · ".join(dict.fromkeys(stop.place for stop in stops)),
        adds=total((stop.adds for stop in stops), first.adds.currency.code),
        charges=tuple(charge for stop in stops for charge in stop.charges),
        reliefs=tuple(dict.fromkeys(relief for stop in stops for relief in stop.reliefs)),
        progress=slowest.progress,
        events=tuple(sorted((event for stop in stops for event in stop.events), key=lambda event: event.at)),
    )


def _with_running_totals(stops: Sequence[RouteStop]) -> tuple[RouteStop, ...]:
    sums = accumulate(stop.adds for stop in stops)
    return tuple(replace(stop, total=so_far) for stop, so_far in zip(stops, sums, strict=True))


def _stop(kind: StopKind, place: str, country: str, adds: Money) -> RouteStop:
    nothing = zero(adds.currency.code)
    return RouteStop(
        kind=kind, label=str(STOPS[kind]), place=place, country=country, adds=adds, total=nothing
    )


def _crosses(parcel: QuotedParcel, to: Door) -> bool:
    return needs_papers(territory_of(parcel.ship_from), territory_of(to.country, to.postcode))


def _charge_view(charge: Charge, line: str) -> ChargeView:
    return ChargeView(
        kind=charge.kind,
        label=str(CHARGES.get(charge.kind, charge.kind)),
        title=gettext(charge.title) if charge.title else charge.rule,
        authority=charge.authority,
        owed_to=_owed_to(charge.authority),
        base=charge.base,
        rate=charge.rate,
        amount=charge.amount,
        rule=charge.rule,
        scheme=charge.scheme,
        source=charge.source,
        effective_from=charge.effective_from,
        effective_to=charge.effective_to,
        confidence=charge.confidence,
        note=charge.note,
        line=line,
        waived_up_to=charge.waived_up_to,
    )


def _relief_view(relief: Relief, nothing: Money) -> ReliefView:
    return ReliefView(
        amount=nothing,
        label=str(NO_DUTY_NO_TAX if relief.of_tax else NO_DUTY),
        title=gettext(relief.title) if relief.title else relief.scheme,
        scheme=relief.scheme,
        source=relief.source,
        effective_from=relief.effective_from,
        effective_to=relief.effective_to,
    )


def _owed_to(authority: str) -> str:
    """ "DE:Zoll" as "Zoll (DE)"."""
    country, _, name = authority.partition(":")
    return f"{name} ({country})" if name else country


def _event(entry: TimelineEntry) -> StopEvent:
    return StopEvent(
        code=entry.status,
        text=str(entry.description),
        at=entry.at,
        place=entry.place,
        country=entry.country,
    )
