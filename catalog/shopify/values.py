"""A product as Shopify's CSV tells it: two of them are equal when an import would change nothing."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class ShopifyVariant:
    """One variant row. `quantity` is first stock only and `variant_id` ours, so neither counts in comparisons.

    `grams` is 0 and `sku` "" when the file says nothing; `rest` are the other filled cells by column.
    """

    values: tuple[str, ...]
    sku: str
    grams: int
    price: Decimal
    rest: dict[str, str]
    quantity: int = field(default=0, compare=False)
    variant_id: int | None = field(default=None, compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class ShopifyImage:
    """An image by address; `position` as the file writes it. `kept` says that we hold the file ourselves."""

    src: str
    position: str
    alt: str
    kept: bool = field(default=False, compare=False)


@dataclass(frozen=True, kw_only=True)
class ShopifyProduct:
    """All rows of one handle. `body` is sanitised HTML; `options` are names, none for a product without options."""

    handle: str
    title: str
    body: str
    vendor: str
    kind: str
    tags: str
    options: tuple[str, ...]
    variants: tuple[ShopifyVariant, ...]
    images: tuple[ShopifyImage, ...]
    rest: dict[str, str]
    line: int = field(default=0, compare=False)
