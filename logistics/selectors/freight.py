"""Which freight services take a parcel, for how much and how fast. The rate cards are kept in process."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING

from django.db.models import Q
from moneyed import Money

from localization import clock
from localization.money import convert
from localization.places import Territory
from localization.rates import RateUnavailable
from localization.remembered import Remembered
from logistics.models import RateCard
from logistics.refusals import NoFreight
from logistics.values import FreightOption, FreightQuery


@dataclass(frozen=True, kw_only=True)
class _Zone:
    """A zone with its steps, lightest first: (up to grams, price in the card's currency)."""

    ship_from: frozenset[str]
    destinations: frozenset[str]
    days_min: int
    days_max: int
    steps: tuple[tuple[int, Money], ...]

    def serves(self, ship_from: str, destination: Territory) -> bool:
        places = {destination.code, destination.tax_area}
        return ship_from in self.ship_from and bool(places & self.destinations)

    def price(self, weight_grams: int) -> Money | None:
        return next((price for limit, price in self.steps if weight_grams <= limit), None)


@dataclass(frozen=True, kw_only=True)
class _Service:
    """A rate card in force with its zones."""

    card: RateCard
    zones: tuple[_Zone, ...]


def freight_options(query: FreightQuery) -> tuple[FreightOption, ...]:
    """Every service that takes the parcel, in the shop's order. No query when warm.

    Prices are converted at the given rates and rounded up to the minor unit; a service whose currency has no rate
    now is left out.
    """
    options = (_option(service, query) for service in RATE_CARDS.get(clock.today()))
    return tuple(option for option in options if option is not None)


def freight_option(code: str, query: FreightQuery) -> FreightOption:
    """The service of this code for the parcel. Raises NoFreight when it does not take it."""
    option = next((option for option in freight_options(query) if option.code == code), None)
    if option is None:
        raise NoFreight(service=code, destination=str(query.destination.name))
    return option


def _option(service: _Service, query: FreightQuery) -> FreightOption | None:
    card = service.card
    zone = next((zone for zone in service.zones if zone.serves(query.ship_from, query.destination)), None)
    listed = zone.price(query.weight_grams) if zone else None
    if zone is None or listed is None or (query.battery and not card.takes_batteries):
        return None
    try:
        rate = query.fx.rate(card.currency, query.currency).rate
    except RateUnavailable:
        return None
    return FreightOption(
        code=card.code,
        name=card.name,
        carrier=card.carrier,
        mode="post" if card.mode == "post" else "courier",
        incoterm="DDP" if card.incoterm == "DDP" else "DAP",
        price=convert(listed, rate, query.currency, rounding=ROUND_CEILING),
        days_min=zone.days_min,
        days_max=zone.days_max,
    )


def _services(on: date) -> tuple[_Service, ...]:
    """The newest card in force of each service."""
    in_force = Q(effective_from__lte=on) & (Q(effective_to=None) | Q(effective_to__gte=on))
    cards = RateCard.objects.filter(in_force).order_by("effective_from").prefetch_related("zones__steps")
    newest = {card.code: card for card in cards}
    return tuple(
        _Service(card=card, zones=_zones(card))
        for card in sorted(newest.values(), key=lambda card: (card.position, card.code))
    )


def _zones(card: RateCard) -> tuple[_Zone, ...]:
    return tuple(
        _Zone(
            ship_from=frozenset(zone.ship_from),
            destinations=frozenset(zone.destinations),
            days_min=zone.days_min,
            days_max=zone.days_max,
            steps=tuple((step.up_to_grams, Money(step.price, card.currency)) for step in zone.steps.all()),
        )
        for zone in card.zones.all()
    )


RATE_CARDS: Remembered[date, tuple[_Service, ...]] = Remembered("rate-cards", _services)
