"""Product cards as list pages show them: the offer's card with its small route."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from catalog.values import OfferCard
from localization.formats import country_name, format_money
from shop.storefront.route import meets_border
from shop.storefront.stencil import Stencil, marks
from shop.storefront.tints import tint_class
from shop.storefront.visit import Visit

_VALUES = (
    "tint",
    "picture",
    "picture_small",
    "picture_alt",
    "url",
    "title",
    "merchant",
    "price",
    "city",
    "here",
)
_HANDLE = "-handle-"


@dataclass(frozen=True, kw_only=True)
class CardView:
    """A card for a visit; `quoted` is False where no price can be named."""

    offer: OfferCard
    visit: Visit

    @property
    def quoted(self) -> bool:
        """Whether there is a price to the door."""
        return not self.offer.refusal

    @property
    def url(self) -> str:
        """The path of the piece; handles are slugs, so one path resolved backwards serves for all."""
        return self.visit.url("product", handle=_HANDLE).replace(_HANDLE, self.offer.handle)

    @property
    def tint(self) -> str:
        """The CSS class of the ground its picture stands on."""
        return tint_class(self.offer.tint)

    def markup(self) -> SafeString:
        """The card as HTML, in the language that is active (the visit's)."""
        offer, visit = self.offer, self.visit
        shape = _Shape(
            language=visit.language,
            pictured=bool(offer.picture),
            quoted=self.quoted,
            border=meets_border(offer, visit),
            in_stock=offer.in_stock,
        )
        return _stencil(shape).filled(
            {
                "tint": self.tint,
                "picture": offer.picture,
                "picture_small": offer.picture_small,
                "picture_alt": offer.picture_alt,
                "url": self.url,
                "title": offer.title,
                "merchant": offer.merchant_name,
                "price": format_money(offer.delivered, visit.language),
                "city": offer.origin_city,
                "here": country_name(visit.country, visit.language),
            }
        )


@dataclass(frozen=True, kw_only=True)
class _Shape:
    """All that decides which elements a card has, and the language of its fixed words."""

    language: str
    pictured: bool
    quoted: bool
    border: bool
    in_stock: bool


@dataclass(frozen=True)
class Workshop:
    """A merchant's shelf on the home page."""

    name: str
    city: str
    cards: tuple[CardView, ...]


def card_view(card: OfferCard, visit: Visit) -> CardView:
    """The card as shown to this visit."""
    return CardView(offer=card, visit=visit)


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


@lru_cache(maxsize=256)
def _stencil(shape: _Shape) -> Stencil:
    """The template with marks for its values, rendered once per shape and language."""
    values = marks(_VALUES)
    stops = [("workshop", values["city"]), ("border", values["here"]), ("door", values["here"])]
    shown = [{"kind": kind, "place": place} for kind, place in stops if kind != "border" or shape.border]
    context = {"card": values, "shape": shape, "stops": shown}
    return Stencil.of(render_to_string("storefront/parts/_card.html", context))
