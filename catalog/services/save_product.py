"""Save a product: make a draft of a merchant, or change what a listing says of itself beside its texts."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from catalog.events import announce, offers_stale
from catalog.handles import public_handle
from catalog.models import Merchant, Product
from catalog.refusals import HandleTaken
from catalog.services.index_products import index_products


@dataclass(frozen=True, kw_only=True)
class ProductSheet:
    """A product's own columns; `product_id` None makes a new draft, whose merchant and handle then stand for good.

    `handle` is what the merchant calls it; `tint` #rrggbb; of two products the one of smaller `rank` comes first.
    """

    product_id: int | None = None
    merchant_id: int
    handle: str
    category_id: int | None = None
    tint: str = "#eeeae4"
    rank: int = 1000
    vendor: str = ""
    kind: str = ""
    tags: str = ""


def save_product(sheet: ProductSheet) -> int:
    """Write the product and answer its id. Raises HandleTaken for a new one that is called like another."""
    with transaction.atomic():
        product = _draft(sheet) if sheet.product_id is None else _present(sheet.product_id)
        product.category_id = sheet.category_id
        product.tint, product.rank = sheet.tint, sheet.rank
        product.vendor, product.kind, product.tags = sheet.vendor, sheet.kind, sheet.tags
        product.save()
        index_products([product.pk])
        announce(offers_stale, [product.pk])
    return product.pk


def _present(product_id: int) -> Product:
    return Product.objects.select_for_update().get(pk=product_id)


def _draft(sheet: ProductSheet) -> Product:
    # The merchant's lock lets two drafts of one handle wait for one another.
    merchant = Merchant.objects.select_for_update().get(pk=sheet.merchant_id)
    if Product.objects.filter(merchant=merchant, source_handle=sheet.handle).exists():
        raise HandleTaken(handle=sheet.handle)
    alike = Product.objects.filter(handle__startswith=slugify(sheet.handle)[:100])
    taken = set(alike.values_list("handle", flat=True))
    handle = public_handle(sheet.handle, merchant.code, taken)
    return Product(merchant=merchant, source_handle=sheet.handle, handle=handle)
