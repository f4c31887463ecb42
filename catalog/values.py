"""The values the catalog gives and takes: facts of variants, offer figures, cards, pages and reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from moneyed import Money

from localization.addresses import Address

Battery = Literal["none", "contained", "packed_with", "standalone"]
LARGE = "-800.webp"
SMALL = "-400.webp"


@dataclass(frozen=True, kw_only=True)
class VariantFacts:
    """What pricing, customs and shipping need to know of one variant. Weights in grams, sizes in millimetres.

    `hs_code`, `hs_version`, `origin` are "" and `weight_grams` is 0 while the merchant has not said. `price` is the
    merchant's base price in the merchant's currency; `own_prices` are the merchant's own prices by currency code.
    """

    variant_id: int
    sku: str
    product_id: int
    handle: str
    title: str
    option_label: str
    merchant_id: int
    merchant_code: str
    merchant_name: str
    origin_city: str
    picture: str
    tint: str
    hs_code: str
    hs_version: str
    origin: str
    weight_grams: int
    dimensions_mm: tuple[int, int, int]
    battery: Battery
    customs_description: str
    ship_from: str
    warehouse_code: str
    price: Money
    own_prices: Mapping[str, Money]
    listed: bool
    available: int
    category_code: str
    merchant_product_id: str
    manufacturer_product_id: str


@dataclass(frozen=True)
class StockLine:
    """So many pieces of a variant."""

    variant_id: int
    quantity: int


@dataclass(frozen=True, kw_only=True)
class OfferFigures:
    """What one unit of a variant costs in a market, worked out elsewhere; all amounts in the market's currency.

    `refusal` is the code of why it cannot be quoted, "" when it can; the amounts of a refused offer are zero.
    """

    variant_id: int
    market: str
    goods: Money
    duty: Money
    tax: Money
    fees: Money
    delivered: Money
    freight: Money
    refusal: str = ""
    scheme: str
    priced_at: datetime
    fx: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferCard:
    """One product on a list page in a market. `picture` is a URL path, "" without one; `refusal` as in OfferFigures."""

    product_id: int
    variant_id: int
    handle: str
    title: str
    merchant_name: str
    origin_city: str
    origin_country: str
    picture: str
    picture_alt: str
    tint: str
    goods: Money
    duty: Money
    tax: Money
    fees: Money
    delivered: Money
    freight: Money
    in_stock: bool
    category_code: str
    refusal: str = ""

    @property
    def picture_small(self) -> str:
        """The URL path of the 400 pixel wide rendition, "" without a picture."""
        return self.picture.replace(LARGE, SMALL)


@dataclass(frozen=True)
class ListingPage:
    """One page of cards; `after` is the cursor of the next page, "" on the last; the total only where it is free."""

    cards: tuple[OfferCard, ...]
    after: str
    total_known: int | None = None


@dataclass(frozen=True, kw_only=True)
class PictureView:
    """A picture as a page shows it; `src` 800 and `src_small` 400 pixels wide at most."""

    src: str
    src_small: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class OptionValueView:
    """A value of an option in the reader's language."""

    code: str
    name: str


@dataclass(frozen=True)
class OptionView:
    """An option, such as colour, in the reader's language."""

    code: str
    name: str
    values: tuple[OptionValueView, ...]


@dataclass(frozen=True, kw_only=True)
class OfferView:
    """The stored price of one unit in the market, with when and on which rate and scheme it was worked out."""

    goods: Money
    duty: Money
    tax: Money
    fees: Money
    delivered: Money
    freight: Money
    refusal: str
    scheme: str
    priced_at: datetime
    fx: str


@dataclass(frozen=True, kw_only=True)
class VariantView:
    """A variant on the product page; `offer` is None until the market's offer has been worked out.

    `ship_from` is the country of the warehouse with most free pieces, as in VariantFacts.
    """

    variant_id: int
    sku: str
    choices: Mapping[str, str]
    label: str
    hs_code: str
    origin: str
    weight_grams: int
    battery: Battery
    customs_description: str
    ship_from: str
    available: int
    offer: OfferView | None
    lead: bool


@dataclass(frozen=True, kw_only=True)
class MerchantStory:
    """Who makes or sells it, in the reader's language."""

    merchant_id: int
    code: str
    name: str
    about: str
    country: str
    city: str


@dataclass(frozen=True, kw_only=True)
class SellerIdentity:
    """Who a buyer's contract is with; `address_lines` is empty while the merchant has told none."""

    name: str
    country: str
    city: str
    email: str
    address_lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProductPage:
    """Everything a product page shows. `description` is sanitised HTML; `text_language` says which text was found."""

    product_id: int
    handle: str
    title: str
    summary: str
    description: str
    text_language: str
    translation: str
    tint: str
    category_code: str
    merchant: MerchantStory
    pictures: tuple[PictureView, ...]
    options: tuple[OptionView, ...]
    variants: tuple[VariantView, ...]

    @property
    def lead(self) -> VariantView:
        """The variant the page opens with: the market's lead offer, else the first variant."""
        return next((variant for variant in self.variants if variant.lead), self.variants[0])


@dataclass(frozen=True)
class CategoryInfo:
    """A category in the reader's language."""

    code: str
    name: str
    lead: str
    tint: str


@dataclass(frozen=True, kw_only=True)
class WarehouseInfo:
    """A place goods are sent from."""

    code: str
    name: str
    merchant_id: int
    country: str
    city: str
    address: Address


@dataclass(frozen=True, kw_only=True)
class CustomsTodo:
    """What customs still needs of one variant: some of "hs_code", "origin", "weight"."""

    product_id: int
    variant_id: int
    merchant_id: int
    handle: str
    sku: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class RowError:
    """A cell of an imported file that cannot be read; lines count from 1, the header being line 1."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, kw_only=True)
class ImportReport:
    """What an import did, by product; `todo` is what customs still needs of what was imported."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    todo: tuple[CustomsTodo, ...] = ()
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True)
class LoadedCatalogue:
    """What loading a catalogue folder did: the products written, for pricing; none when nothing had changed."""

    product_ids: tuple[int, ...] = field(default=())
    files_read: int = 0
    files_unchanged: int = 0
