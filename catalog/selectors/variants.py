"""The facts of variants, for pricing, customs and shipping: a constant number of queries for any number of variants."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from moneyed import Money

from catalog.models import OptionValue, Picture, ProductText, StockLevel, Variant, VariantPrice
from catalog.selectors.pictures import picture_url
from catalog.states import MerchantState, ProductState
from catalog.values import Battery, VariantFacts
from catalog.wording import worded


@dataclass
class _Surroundings:
    """What lies around the variants in other tables, by product id or variant id."""

    titles: dict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    pictures: dict[int, str] = field(default_factory=dict)
    names: dict[tuple[int, str, str], dict[str, str]] = field(default_factory=dict)
    own_prices: dict[int, dict[str, Money]] = field(default_factory=lambda: defaultdict(dict))
    levels: dict[int, list[StockLevel]] = field(default_factory=lambda: defaultdict(list))


def variant_facts(variant_ids: Sequence[int], *, language: str = "en") -> dict[int, VariantFacts]:
    """The facts by variant id; unknown ids are left out. Six queries, whatever the number of variants.

    `available` counts the warehouse with most free pieces, the one a hold would be taken from; that one is
    `warehouse_code`, and its country is `ship_from`.
    """
    variants = list(
        Variant.objects.filter(pk__in=variant_ids).select_related(
            "product", "product__merchant", "product__category"
        )
    )
    around = _surroundings(variants)
    return {variant.pk: _facts(variant, around, language) for variant in variants}


def _surroundings(variants: Iterable[Variant]) -> _Surroundings:
    products = {variant.product_id for variant in variants}
    ids = [variant.pk for variant in variants]
    around = _Surroundings()
    for product, language, title in ProductText.objects.filter(product_id__in=products).values_list(
        "product_id", "language", "title"
    ):
        around.titles[product][language] = title
    for product, name in (
        Picture.objects.filter(product_id__in=products)
        .exclude(file="")
        .order_by("-position", "-pk")
        .values_list("product_id", "file")
    ):
        around.pictures[product] = name
    for value in OptionValue.objects.filter(option__product_id__in=products).select_related("option"):
        around.names[value.option.product_id, value.option.code, value.code] = value.names
    for price in VariantPrice.objects.filter(variant_id__in=ids):
        around.own_prices[price.variant_id][price.currency] = Money(price.amount, price.currency)
    for level in StockLevel.objects.filter(variant_id__in=ids).select_related("warehouse"):
        around.levels[level.variant_id].append(level)
    return around


def _facts(variant: Variant, around: _Surroundings, language: str) -> VariantFacts:
    product = variant.product
    merchant = product.merchant
    level = max(
        around.levels[variant.pk], key=lambda level: (level.on_hand - level.held, -level.pk), default=None
    )
    return VariantFacts(
        variant_id=variant.pk,
        sku=variant.sku,
        product_id=product.pk,
        handle=product.handle,
        title=worded(around.titles[product.pk], language) or product.handle,
        option_label=option_label(product.pk, variant.choices, around.names, language),
        merchant_id=merchant.pk,
        merchant_code=merchant.code,
        merchant_name=merchant.name,
        origin_city=merchant.city,
        picture=picture_url(around.pictures.get(product.pk, "")),
        tint=product.tint,
        hs_code=variant.hs_code,
        hs_version=variant.hs_version,
        origin=variant.origin,
        weight_grams=variant.weight_grams,
        dimensions_mm=(variant.length_mm, variant.width_mm, variant.height_mm),
        battery=cast(Battery, variant.battery),
        customs_description=variant.customs_description,
        ship_from=level.warehouse.country if level else merchant.country,
        warehouse_code=level.warehouse.code if level else "",
        price=variant.price,
        own_prices=dict(around.own_prices[variant.pk]),
        listed=product.state == ProductState.LISTED and merchant.state == MerchantState.ACTIVE,
        available=level.on_hand - level.held if level else 0,
        category_code=product.category.code if product.category else "",
        merchant_product_id=variant.merchant_product_id,
        manufacturer_product_id=variant.manufacturer_product_id,
    )


def option_label(
    product_id: int,
    choices: dict[str, str],
    names: dict[tuple[int, str, str], dict[str, str]],
    language: str,
) -> str:
    """What a variant is called among its sisters, such as "Ink blue / Large"; "" for an only variant."""
    return " / ".join(
        worded(names.get((product_id, option, value), {}), language) or value
        for option, value in choices.items()
    )
