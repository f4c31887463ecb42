"""The route of one piece, from the stored offer: the workshop, the journey, the border and the door."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from moneyed import Money

from catalog.values import OfferCard, OfferView
from localization.formats import country_name
from localization.money import zero
from orders.values.pages import ChargeView, RouteStop, StopKind
from shop.storefront.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a piece sets out."""

    city: str
    country: str


def card_stops(card: OfferCard, visit: Visit) -> tuple[RouteStop, ...]:
    """The three stops on a product card: workshop, border, door."""
    origin = Origin(city=card.origin_city, country=card.origin_country)
    workshop, _freight, border, door = priced_stops(card, origin, visit)
    return workshop, border, replace(door, place=country_name(visit.country, visit.language))


def priced_stops(
    offer: OfferCard | OfferView, origin: Origin, visit: Visit, charges: Sequence[ChargeView] = ()
) -> tuple[RouteStop, ...]:
    """The four stops of one piece with what each adds; `charges` explain what the border adds."""
    country = country_name(visit.country, visit.language)
    added: tuple[tuple[StopKind, str, str, Money], ...] = (
        ("workshop", origin.city, _("The piece, as its workshop prices it"), offer.goods),
        ("freight", _("On its way"), _("Packing, carriage and insurance"), offer.freight),
        ("border", _border(origin, visit), _("Duty, tax and clearance"), offer.duty + offer.tax + offer.fees),
        (
            "door",
            _("Your door, %(country)s") % {"country": country},
            _("Nothing more to pay on arrival"),
            zero(offer.goods.currency.code),
        ),
    )
    stops = []
    running = zero(offer.goods.currency.code)
    for kind, place, label, adds in added:
        running += adds
        stops.append(
            RouteStop(
                kind=kind,
                label=label,
                place=place,
                country=origin.country if kind == "workshop" else visit.country,
                adds=adds,
                total=running,
                charges=tuple(charges) if kind == "border" else (),
            )
        )
    return tuple(stops)


def _border(origin: Origin, visit: Visit) -> str:
    return _("Border, %(country)s") % {"country": country_name(visit.country, visit.language)}
