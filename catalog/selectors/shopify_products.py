"""A merchant's products as Shopify's CSV would tell them: what an export writes and an import compares with."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db.models import Sum

from catalog.models import OptionValue, Picture, Product, StockLevel, Variant
from catalog.selectors.pictures import picture_url
from catalog.shopify.values import ShopifyImage, ShopifyProduct, ShopifyVariant
from catalog.wording import worded

LANGUAGE = "en"
"""The language of imported and exported texts: the file does not name one."""
KEPT_CELLS = "shopify"
"""Under this key rows remember the cells of an imported file that have no place of their own."""
GENERATED_SKU = "generated_sku"
"""Under this key a variant remembers the SKU we gave it because the file gave none."""
_NEW_PRODUCT = {"Published": "true", "Gift Card": "false"}
_NEW_VARIANT = {
    "Variant Inventory Policy": "deny",
    "Variant Fulfillment Service": "manual",
    "Variant Requires Shipping": "true",
    "Variant Taxable": "true",
    "Variant Weight Unit": "g",
}
_Names = Mapping[tuple[int, str, str], tuple[str, str]]


def shopify_products(merchant_id: int, handles: Sequence[str] | None = None) -> dict[str, ShopifyProduct]:
    """The products by the merchant's handle, in the order they were made; of these handles, or all. Six queries."""
    rows = Product.objects.filter(merchant_id=merchant_id).order_by("pk")
    if handles is not None:
        rows = rows.filter(source_handle__in=handles)
    products = list(rows.prefetch_related("texts", "pictures", "variants"))
    ids = [product.pk for product in products]
    names = {
        (value.option.product_id, value.option.code, value.code): (
            worded(value.option.names, LANGUAGE) or value.option.code,
            worded(value.names, LANGUAGE) or value.code,
        )
        for value in OptionValue.objects.filter(option__product_id__in=ids).select_related("option")
    }
    stock = dict(
        StockLevel.objects.filter(variant__product_id__in=ids)
        .values("variant_id")
        .annotate(pieces=Sum("on_hand"))
        .values_list("variant_id", "pieces")
    )
    return {product.source_handle: _product(product, names, stock) for product in products}


def _product(product: Product, names: _Names, stock: Mapping[int, int]) -> ShopifyProduct:
    texts = {text.language: text for text in product.texts.all()}
    text = texts.get(LANGUAGE) or next(iter(texts.values()), None)
    options: dict[str, None] = {}
    for variant in product.variants.all():
        options |= dict.fromkeys(_named(product, variant, names, part=0))
    return ShopifyProduct(
        handle=product.source_handle,
        title=text.title if text else "",
        body=text.description if text else "",
        vendor=product.vendor,
        kind=product.kind,
        tags=product.tags,
        options=tuple(options),
        variants=tuple(
            _variant(variant, _named(product, variant, names, part=1), stock.get(variant.pk, 0))
            for variant in product.variants.all()
        ),
        images=tuple(_image(picture) for picture in product.pictures.all()),
        rest=product.imported.get(KEPT_CELLS, _NEW_PRODUCT),
    )


def _named(product: Product, variant: Variant, names: _Names, *, part: int) -> tuple[str, ...]:
    return tuple(
        names.get((product.pk, option, value), (option, value))[part]
        for option, value in variant.choices.items()
    )


def _variant(variant: Variant, values: tuple[str, ...], quantity: int) -> ShopifyVariant:
    generated = variant.imported.get(GENERATED_SKU) == variant.sku
    return ShopifyVariant(
        values=values,
        sku="" if generated else variant.sku,
        grams=variant.weight_grams,
        price=variant.price_amount,
        rest=variant.imported.get(KEPT_CELLS, _NEW_VARIANT),
        quantity=quantity,
        variant_id=variant.pk,
    )


def _image(picture: Picture) -> ShopifyImage:
    src = picture.source_url or f"{settings.SITE_URL}{picture_url(picture.file)}"
    position = picture.imported.get("position", str(picture.position))
    return ShopifyImage(
        src=src, position=position, alt=worded(picture.alts, LANGUAGE), kept=not picture.source_url
    )
