"""Save a merchant sheet: write a merchant of a catalogue file, its warehouse and all its products, in bulk."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from catalog.catalogue_files.values import MerchantSheet, ProductSheet
from catalog.handles import public_handle
from catalog.models import Category, Merchant, Product, Warehouse
from catalog.refusals import UnknownCategory
from catalog.renditions import RenditionFacts
from catalog.services.index_products import index_products
from catalog.services.save_product_parts import save_product_parts
from catalog.services.save_variant_sheets import save_variant_sheets
from catalog.states import ProductState
from localization.lifecycle import move_to

_SPREAD = 16
"""Ranks are this far apart, so that products of up to so many merchants take turns on the shelf."""


def save_merchant_sheet(
    sheet: MerchantSheet, *, pictures: Mapping[str, RenditionFacts], place: int = 0
) -> list[int]:
    """Create or update everything of one merchant, list its products, and answer their ids.

    `pictures` are the kept renditions by file name; `place` is the merchant's turn among the merchants on the shelf.
    Stock is written for new variants only: what lies in a warehouse is not a catalogue's to say. Raises
    UnknownCategory.
    """
    with transaction.atomic():
        merchant = _merchant(sheet)
        warehouse = _warehouse(sheet, merchant)
        products = _products(sheet, merchant, place)
        save_product_parts(list(zip(products, sheet.products, strict=True)), pictures=pictures)
        save_variant_sheets(list(zip(products, sheet.products, strict=True)), warehouse_id=warehouse.pk)
        for product in products:
            if product.state == ProductState.DRAFT:
                move_to(product, ProductState.LISTED, reason="catalogue")
        ids = [product.pk for product in products]
        index_products(ids)
    return ids


def _merchant(sheet: MerchantSheet) -> Merchant:
    merchant, _ = Merchant.objects.update_or_create(
        code=sheet.code,
        defaults={
            "name": sheet.name,
            "about": sheet.about,
            "country": sheet.country,
            "city": sheet.city,
            "email": sheet.email,
            "tax_ids": sheet.tax_ids,
            "currency": sheet.products[0].variants[0].currency if sheet.products else "USD",
        },
    )
    return merchant


def _warehouse(sheet: MerchantSheet, merchant: Merchant) -> Warehouse:
    address = sheet.warehouse_address
    warehouse, _ = Warehouse.objects.update_or_create(
        code=sheet.warehouse_code,
        defaults={
            "merchant": merchant,
            "name": sheet.warehouse_name,
            "address": address.to_json(),
            "country": address.country,
            "city": address.city,
        },
    )
    return warehouse


def _products(sheet: MerchantSheet, merchant: Merchant, place: int) -> list[Product]:
    """The products in the order of the sheet: known ones brought up to date, new ones as drafts."""
    known = {product.source_handle: product for product in merchant.products.select_for_update()}
    categories = _categories(sheet.products)
    taken = set(
        Product.objects.filter(handle__in=[product.handle for product in sheet.products])
        .exclude(merchant=merchant)
        .values_list("handle", flat=True)
    )
    products = []
    for turn, item in enumerate(sheet.products):
        product = known.get(item.handle) or Product(
            merchant=merchant,
            source_handle=item.handle,
            handle=public_handle(item.handle, merchant.code, taken),
        )
        product.category_id = categories[item.category]
        product.tint = item.tint
        product.rank = (turn + 1) * _SPREAD + place
        products.append(product)
    Product.objects.bulk_update([p for p in products if p.pk], ["category", "tint", "rank"])
    Product.objects.bulk_create([p for p in products if not p.pk])
    return products


def _categories(sheets: Iterable[ProductSheet]) -> dict[str, int]:
    known = dict(Category.objects.values_list("code", "pk"))
    for sheet in sheets:
        if sheet.category not in known:
            raise UnknownCategory(category=sheet.category)
    return known
