"""Save variant sheets: write the variants of products of a catalogue file with prices and first stock, in bulk."""

from collections.abc import Sequence

from django.db import transaction

from catalog.catalogue_files.values import ProductSheet, VariantSheet
from catalog.models import Product, StockLevel, Variant, VariantPrice

_WRITTEN = [
    "product",
    "choices",
    "hs_code",
    "hs_version",
    "origin",
    "weight_grams",
    "length_mm",
    "width_mm",
    "height_mm",
    "battery",
    "customs_description",
    "merchant_product_id",
    "price_amount",
    "price_currency",
    "position",
]


def save_variant_sheets(pairs: Sequence[tuple[Product, ProductSheet]], *, warehouse_id: int) -> None:
    """Make variants and own prices what the sheets say; stock is written where the warehouse has none of it yet."""
    sheets = [
        (variant, _variant(product, of_product, variant, place))
        for product, of_product in pairs
        for place, variant in enumerate(of_product.variants)
    ]
    with transaction.atomic():
        rows = Variant.objects.bulk_create(
            [row for _, row in sheets],
            update_conflicts=True,
            unique_fields=["merchant", "sku"],
            update_fields=_WRITTEN,
        )
        VariantPrice.objects.filter(variant__in=rows).delete()
        VariantPrice.objects.bulk_create(
            [
                VariantPrice(variant=row, currency=code, amount=amount)
                for sheet, row in sheets
                for code, amount in sheet.own_prices.items()
            ]
        )
        StockLevel.objects.bulk_create(
            [
                StockLevel(variant=row, warehouse_id=warehouse_id, on_hand=sheet.stock)
                for sheet, row in sheets
            ],
            ignore_conflicts=True,
        )


def _variant(product: Product, of_product: ProductSheet, sheet: VariantSheet, place: int) -> Variant:
    length, width, height = sheet.dimensions_mm
    return Variant(
        product=product,
        merchant_id=product.merchant_id,
        sku=sheet.sku,
        choices=sheet.choices,
        hs_code=of_product.hs_code,
        hs_version=of_product.hs_version,
        origin=of_product.origin,
        weight_grams=sheet.weight_grams,
        length_mm=length,
        width_mm=width,
        height_mm=height,
        battery=sheet.battery,
        customs_description=of_product.customs_description,
        merchant_product_id=of_product.handle,
        price_amount=sheet.amount,
        price_currency=sheet.currency,
        position=place,
    )
