"""What a catalogue file says, checked: one merchant with its products, or the categories."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from localization.addresses import Address

Texts = dict[str, str]


@dataclass(frozen=True)
class CategorySheet:
    """A category with its name and opening sentence by language."""

    code: str
    tint: str
    names: Texts
    leads: Texts


@dataclass(frozen=True)
class TextSheet:
    """A product's words in one language."""

    title: str
    summary: str
    description: str


@dataclass(frozen=True)
class OptionSheet:
    """An option and its values, each with names by language."""

    code: str
    names: Texts
    values: dict[str, Texts]


@dataclass(frozen=True, kw_only=True)
class VariantSheet:
    """A variant; weight in grams, sizes in millimetres, `stock` the pieces to begin with."""

    sku: str
    choices: dict[str, str]
    weight_grams: int
    dimensions_mm: tuple[int, int, int]
    battery: str
    currency: str
    amount: Decimal
    own_prices: dict[str, Decimal]
    stock: int


@dataclass(frozen=True)
class PictureSheet:
    """A picture file by name, with its description by language."""

    file: str
    alts: Texts


@dataclass(frozen=True, kw_only=True)
class ProductSheet:
    """A product with everything that hangs on it; the customs facts hold for all its variants."""

    handle: str
    category: str
    tint: str
    hs_code: str
    hs_version: str
    origin: str
    customs_description: str
    texts: dict[str, TextSheet]
    options: tuple[OptionSheet, ...]
    variants: tuple[VariantSheet, ...]
    pictures: tuple[PictureSheet, ...]


@dataclass(frozen=True, kw_only=True)
class MerchantSheet:
    """A merchant, its warehouse and its products."""

    code: str
    name: str
    country: str
    city: str
    email: str
    about: Texts
    tax_ids: list[Any]
    warehouse_code: str
    warehouse_name: str
    warehouse_address: Address
    products: tuple[ProductSheet, ...]
