"""From products to the bytes of a Shopify CSV that reads back as the same products."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest

from catalog.shopify import columns as c
from catalog.shopify.cells import harmless, written_price
from catalog.shopify.values import ShopifyImage, ShopifyProduct, ShopifyVariant

_Cells = dict[str, str]


def render(products: Sequence[ShopifyProduct]) -> bytes:
    """The file, in UTF-8; no cell can be taken for a formula."""
    header = [*c.HEADER, *_further_columns(products)]
    out = StringIO(newline="")
    writer = csv.DictWriter(out, header, restval="", lineterminator="\n")
    writer.writeheader()
    for product in products:
        for cells in _rows(product):
            writer.writerow({column: harmless(cell) for column, cell in cells.items()})
    return out.getvalue().encode()


def _rows(product: ShopifyProduct) -> Iterable[_Cells]:
    """One row per variant with an image beside it; images that are left over get rows of their own."""
    for place, (variant, image) in enumerate(zip_longest(product.variants, product.images)):
        cells = {c.HANDLE: product.handle}
        if place == 0:
            cells |= _product_cells(product)
        if variant is not None:
            cells |= _variant_cells(variant, names=product.options)
        if image is not None:
            cells |= _image_cells(image)
        yield cells


def _product_cells(product: ShopifyProduct) -> _Cells:
    names = product.options or c.NO_OPTION[:1]
    return {
        c.TITLE: product.title,
        c.BODY: product.body,
        c.VENDOR: product.vendor,
        c.TYPE: product.kind,
        c.TAGS: product.tags,
        **dict(zip(c.OPTION_NAMES, names, strict=False)),
        **product.rest,
    }


def _variant_cells(variant: ShopifyVariant, *, names: tuple[str, ...]) -> _Cells:
    values = variant.values if names else c.NO_OPTION[1:]
    return {
        **dict(zip(c.OPTION_VALUES, values, strict=False)),
        c.SKU: variant.sku,
        c.GRAMS: str(variant.grams),
        c.QUANTITY: str(variant.quantity),
        c.PRICE: written_price(variant.price),
        **variant.rest,
    }


def _image_cells(image: ShopifyImage) -> _Cells:
    return {c.IMAGE_SRC: image.src, c.IMAGE_POSITION: image.position, c.IMAGE_ALT: image.alt}


def _further_columns(products: Sequence[ShopifyProduct]) -> list[str]:
    kept = {column for product in products for variant in product.variants for column in variant.rest}
    return sorted(kept - set(c.HEADER))
