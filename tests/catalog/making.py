"""Rows and figures the catalog's tests stand on."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

from moneyed import Money

from catalog.models import Category, Merchant, Product, ProductText, StockLevel, Variant, Warehouse
from catalog.services.store_offers import store_offers
from catalog.states import ProductState
from catalog.values import OfferFigures

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = {
    "name": "Jiangnan",
    "street": "218 Nanshan Road",
    "city": "Hangzhou",
    "country": "CN",
    "postcode": "310002",
}
_number = count(1)


def make_merchant(code: str = "jiangnan", **columns: object) -> Merchant:
    """A merchant in Hangzhou with one warehouse."""
    defaults = {"name": code.title(), "country": "CN", "city": "Hangzhou", "email": f"{code}@example.com"}
    merchant = Merchant.objects.create(code=code, **{**defaults, "currency": "CNY", **columns})
    Warehouse.objects.create(
        code=f"{code}-store", merchant=merchant, name="Store", address=ADDRESS, country="CN", city="Hangzhou"
    )
    return merchant


def make_category(code: str = "wear") -> Category:
    """A category with an English name."""
    category, created = Category.objects.get_or_create(code=code)
    if created:
        category.texts.create(language="en", name=code.title(), lead="")
    return category


def make_product(merchant: Merchant, handle: str = "", **columns: object) -> Product:
    """A listed product with an English text and one variant of which ten pieces lie in the warehouse."""
    handle = handle or f"product-{next(_number)}"
    title = str(columns.pop("title", handle.title()))
    columns = {"category": make_category(), "state": ProductState.LISTED, **columns}
    product = Product.objects.create(merchant=merchant, handle=handle, source_handle=handle, **columns)
    ProductText.objects.create(product=product, language="en", title=title)
    make_variant(product, sku=handle.upper())
    return product


def make_variant(product: Product, *, sku: str, on_hand: int = 10, **columns: object) -> Variant:
    """A variant of a silk scarf, CNY 298."""
    facts = {"hs_code": "621410", "hs_version": "HS2022", "origin": "CN", "weight_grams": 150}
    price = {"price_amount": Decimal(298), "price_currency": "CNY"}
    variant = Variant.objects.create(
        product=product, merchant=product.merchant, sku=sku, **{**facts, **price, **columns}
    )
    warehouse = product.merchant.warehouses.get()
    StockLevel.objects.create(variant=variant, warehouse=warehouse, on_hand=on_hand)
    return variant


def make_figures(
    variant: Variant, market: str = "de", *, goods: str = "39.00", refusal: str = ""
) -> OfferFigures:
    """What a variant costs in a market in EUR: goods and 3.00 of duty, 19 % tax left out for easy reading."""
    price, nothing = Money(goods, "EUR"), Money(0, "EUR")
    if refusal:
        price = nothing
    duty = nothing if refusal else Money("3.00", "EUR")
    return OfferFigures(
        variant_id=variant.pk,
        market=market,
        goods=price,
        duty=duty,
        tax=nothing,
        fees=nothing,
        delivered=price + duty,
        freight=nothing if refusal else Money("6.50", "EUR"),
        refusal=refusal,
        scheme="IOSS",
        priced_at=NOON,
        fx="ECB 2026-11-20",
    )


def offer_everywhere(products: Iterable[Product], market: str = "de") -> None:
    """Offers of all variants of these products in a market."""
    store_offers(
        [make_figures(variant, market) for product in products for variant in product.variants.all()]
    )
