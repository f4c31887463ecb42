"""Product cards as list pages show them: the offer's card with its small route."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.values import OfferCard
from orders.values.pages import RouteStop
from shop.storefront.route import card_stops
from shop.storefront.tints import tint_class
from shop.storefront.visit import Visit


@dataclass(frozen=True, kw_only=True)
class CardView:
    """A card, its ground's CSS class, its address and its route; `quoted` is False where no price can be named."""

    offer: OfferCard
    tint: str
    url: str
    stops: tuple[RouteStop, ...]
    quoted: bool


@dataclass(frozen=True)
class Workshop:
    """A merchant's shelf on the home page."""

    name: str
    city: str
    cards: tuple[CardView, ...]


def card_view(card: OfferCard, visit: Visit) -> CardView:
    """The card as shown to this visit."""
    return CardView(
        offer=card,
        tint=tint_class(card.tint),
        url=visit.url("product", handle=card.handle),
        stops=card_stops(card, visit),
        quoted=not card.refusal,
    )


def card_views(cards: Iterable[OfferCard], visit: Visit) -> tuple[CardView, ...]:
    """The cards as shown to this visit."""
    return tuple(card_view(card, visit) for card in cards)


def workshops(cards: Iterable[OfferCard], visit: Visit, *, most: int) -> tuple[Workshop, ...]:
    """The cards gathered by merchant in the order met, at most so many of each."""
    gathered: dict[tuple[str, str], list[OfferCard]] = {}
    for card in cards:
        gathered.setdefault((card.merchant_name, card.origin_city), []).append(card)
    return tuple(
        Workshop(name, city, card_views(found[:most], visit)) for (name, city), found in gathered.items()
    )
