"""What a variant's form shows at first: its present prices and stock, or the facts of the product's last variant."""

from typing import Any

from moneyed import Money

from catalog.models import Product, Variant
from localization.money import round_money

_ALIKE = (
    "hs_code",
    "hs_version",
    "origin",
    "weight_grams",
    "length_mm",
    "width_mm",
    "height_mm",
    "battery",
    "customs_description",
    "manufacturer_product_id",
)


def prefilled(product: Product, variant: Variant | None) -> dict[str, Any]:
    """Initial values by field name. A new variant is mostly like the one before it."""
    if variant is not None and variant.pk:
        return {
            "price_amount": _plain(variant.price),
            "own_prices": {p.currency: _plain(Money(p.amount, p.currency)) for p in variant.own_prices.all()},
            "stock": {str(level.warehouse_id): level.on_hand for level in variant.levels.all()},
        }
    last = product.variants.last()
    if last is None:
        return {"merchant_product_id": product.source_handle}
    alike = {name: getattr(last, name) for name in (*_ALIKE, "merchant_product_id")}
    return {**alike, "price_amount": _plain(last.price)}


def _plain(price: Money) -> Any:
    """The amount with as many decimals as its currency has."""
    return round_money(price).amount
