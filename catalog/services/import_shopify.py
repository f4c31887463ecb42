"""Import Shopify: read a merchant's Shopify product CSV into drafts and updates, all of it in one transaction."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.events import announce, offers_stale
from catalog.models import Merchant, Product, Variant
from catalog.selectors.shopify_products import shopify_products
from catalog.selectors.todo import customs_todo
from catalog.services.index_products import index_products
from catalog.services.save_shopify_product import save_shopify_product
from catalog.shopify.columns import SKU
from catalog.shopify.parse import parse
from catalog.shopify.values import ShopifyProduct, ShopifyVariant
from catalog.values import CustomsTodo, ImportReport, RowError


def import_shopify(*, merchant_id: int, content: bytes) -> ImportReport:
    """Bring a merchant's products up to date with a file; new ones become drafts.

    Products are told apart by handle and variants by their options; one that is as the file says is left alone, and
    what the file does not mention stays. Stock is taken from the file for new variants only. A product with a cell
    that cannot be read is reported and left out whole. Images stay references. Raises BadFile when the file is no
    such table: nothing is read in then.
    """
    parsed = parse(content)
    with transaction.atomic():
        merchant = Merchant.objects.select_for_update().get(pk=merchant_id)
        current = shopify_products(merchant_id, [product.handle for product in parsed.products])
        products, clashes = _without_clashes(merchant, parsed.products)
        new = [product for product in products if product.handle not in current]
        changed = [p for p in products if p.handle in current and _differs(current[p.handle], p)]
        written = [
            save_shopify_product(product, merchant_id=merchant_id, current=current.get(product.handle))
            for product in products
            if product in new or product in changed
        ]
        index_products(written)
        announce(offers_stale, written)
        return ImportReport(
            created=len(new),
            updated=len(changed),
            unchanged=len(products) - len(new) - len(changed),
            todo=_todo(merchant, products),
            errors=tuple(sorted((*parsed.errors, *clashes), key=lambda error: error.line)),
        )


def _differs(current: ShopifyProduct, wanted: ShopifyProduct) -> bool:
    """Whether the file says something new.

    Variants and kept pictures it does not mention say nothing, and neither does an empty SKU or a weight of zero: what
    the merchant has filled in since is not undone by importing the same file again.
    """
    named = {variant.values: variant for variant in wanted.variants}
    addresses = {image.src for image in wanted.images}
    present = replace(
        current,
        variants=tuple(_as_open(v, named[v.values]) for v in current.variants if v.values in named),
        images=tuple(image for image in current.images if not image.kept or image.src in addresses),
    )
    return present != wanted


def _as_open(present: ShopifyVariant, wanted: ShopifyVariant) -> ShopifyVariant:
    """The present variant without what the file leaves open."""
    return replace(
        present,
        sku=present.sku if wanted.sku else "",
        grams=present.grams if wanted.grams else 0,
    )


def _without_clashes(
    merchant: Merchant, products: Iterable[ShopifyProduct]
) -> tuple[list[ShopifyProduct], list[RowError]]:
    """The products whose SKUs are free, and the SKUs that belong to another product of this merchant."""
    owners = dict(Variant.objects.filter(merchant=merchant).values_list("sku", "product__source_handle"))
    free, clashes = [], []
    for product in products:
        taken = [v for v in product.variants if v.sku and owners.get(v.sku, product.handle) != product.handle]
        owners |= {variant.sku: product.handle for variant in product.variants if variant.sku}
        clashes += [RowError(v.line, SKU, _("belongs to another product")) for v in taken]
        free += [] if taken else [product]
    return free, clashes


def _todo(merchant: Merchant, products: Iterable[ShopifyProduct]) -> tuple[CustomsTodo, ...]:
    handles = [product.handle for product in products]
    ids = set(
        Product.objects.filter(merchant=merchant, source_handle__in=handles).values_list("pk", flat=True)
    )
    return tuple(todo for todo in customs_todo([merchant.pk]) if todo.product_id in ids)
