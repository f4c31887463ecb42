"""What the product page shows: the product, the chosen variant, its price at the door and what customs is told."""

from dataclasses import dataclass

from catalog.values import ProductPage, VariantView
from orders.values.pages import ParcelView
from shop.storefront.explained import Unexplained, explained_price
from shop.storefront.tints import tint_class
from shop.storefront.visit import Visit, bcp47


@dataclass(frozen=True, kw_only=True)
class PieceView:
    """A product with one variant chosen. `parcel` is that piece priced to the door, None where that cannot be done, with
    `reason` in words if there are any; `restricted` says that it may not go there at all. `text_tag` is the language of
    the texts when it is not the reader's, else "".
    """

    page: ProductPage
    chosen: VariantView
    tint: str
    text_tag: str
    parcel: ParcelView | None
    reason: str
    restricted: bool
    url: str

    @property
    def for_sale(self) -> bool:
        """Whether it can be put into a cart: priced, and on the shelf."""
        return self.parcel is not None and self.chosen.available > 0

    @property
    def has_battery(self) -> bool:
        """Whether dangerous-goods rules limit how it may travel."""
        return self.chosen.battery != "none"


def piece_view(page: ProductPage, wanted: str, visit: Visit) -> PieceView:
    """The page with the variant whose id is `wanted`, else with the lead variant."""
    chosen = next((v for v in page.variants if str(v.variant_id) == wanted), page.lead)
    price = explained_price(page, chosen, visit)
    return PieceView(
        page=page,
        chosen=chosen,
        tint=tint_class(page.tint),
        text_tag="" if page.text_language == visit.language else bcp47(page.text_language),
        parcel=None if isinstance(price, Unexplained) else price,
        reason=price.reason if isinstance(price, Unexplained) else "",
        restricted=isinstance(price, Unexplained) and price.restricted,
        url=visit.url("product", handle=page.handle),
    )
