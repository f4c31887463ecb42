"""What the product page shows: the product, the chosen variant, its price at the door and what customs is told."""

from dataclasses import dataclass

from moneyed import Money

from catalog.values import ProductPage, VariantView
from orders.values.pages import RouteStop
from shop.storefront.route import Origin, priced_stops
from shop.storefront.tints import tint_class
from shop.storefront.visit import Visit, bcp47


@dataclass(frozen=True, kw_only=True)
class PieceView:
    """A product with one variant chosen. `delivered` is None where no price can be named; `text_tag` is the language
    the texts were found in when it is not the reader's, else "".
    """

    page: ProductPage
    chosen: VariantView
    tint: str
    text_tag: str
    category_name: str
    delivered: Money | None
    stops: tuple[RouteStop, ...]
    url: str

    @property
    def for_sale(self) -> bool:
        """Whether it can be put into a cart: priced, and on the shelf."""
        return self.delivered is not None and self.chosen.available > 0


def piece_view(page: ProductPage, wanted: str, visit: Visit) -> PieceView:
    """The page with the variant whose id is `wanted`, else with the lead variant."""
    chosen = next((v for v in page.variants if str(v.variant_id) == wanted), page.lead)
    origin = Origin(city=page.merchant.city, country=page.merchant.country)
    offer = chosen.offer if chosen.offer and not chosen.offer.refusal else None
    return PieceView(
        page=page,
        chosen=chosen,
        tint=tint_class(page.tint),
        text_tag="" if page.text_language == visit.language else bcp47(page.text_language),
        category_name="",
        delivered=offer.delivered if offer else None,
        stops=priced_stops(offer, origin, visit) if offer else (),
        url=visit.url("product", handle=page.handle),
    )
