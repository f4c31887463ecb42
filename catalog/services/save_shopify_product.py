"""Save a Shopify product: write one product of an imported file with its variants, options and image references."""

from django.db import transaction
from django.utils.text import slugify

from catalog.handles import public_handle
from catalog.models import Merchant, Option, OptionValue, Picture, Product, ProductText, StockLevel, Variant
from catalog.selectors.shopify_products import GENERATED_SKU, KEPT_CELLS, LANGUAGE
from catalog.shopify.values import ShopifyProduct, ShopifyVariant
from catalog.wording import worded


def save_shopify_product(wanted: ShopifyProduct, *, merchant_id: int, current: ShopifyProduct | None) -> int:
    """Create the product as a draft, or bring the present one up to date; answers its id.

    `current` is what the rows say now, None for a new product. Pictures of our own keeping stay beside the references.
    """
    with transaction.atomic():
        product = _product(wanted, Merchant.objects.get(pk=merchant_id))
        ProductText.objects.update_or_create(
            product=product,
            language=LANGUAGE,
            defaults={"title": wanted.title, "description": wanted.body},
        )
        options = _options(product, wanted)
        ids = {variant.values: variant.variant_id for variant in current.variants} if current else {}
        for place, variant in enumerate(wanted.variants):
            choices = {
                option.code: _value_code(option, name)
                for option, name in zip(options, variant.values, strict=True)
            }
            _save_variant(product, variant, choices, place, ids.get(variant.values))
        _save_images(product, wanted, current)
    return product.pk


def _product(wanted: ShopifyProduct, merchant: Merchant) -> Product:
    product = Product.objects.filter(merchant=merchant, source_handle=wanted.handle).first()
    if product is None:
        alike = Product.objects.filter(handle__startswith=slugify(wanted.handle)[:100])
        taken = set(alike.values_list("handle", flat=True))
        product = Product(
            merchant=merchant,
            source_handle=wanted.handle,
            handle=public_handle(wanted.handle, merchant.code, taken),
        )
    product.vendor, product.kind, product.tags = wanted.vendor, wanted.kind, wanted.tags
    product.imported = {KEPT_CELLS: wanted.rest}
    product.save()
    return product


def _options(product: Product, wanted: ShopifyProduct) -> list[Option]:
    """The options in the file's order, found by their name or made."""
    known = {worded(option.names, LANGUAGE) or option.code: option for option in product.options.all()}
    options = []
    for place, name in enumerate(wanted.options):
        option = known.get(name) or Option.objects.create(
            product=product, code=_code(name, place), names={LANGUAGE: name}, position=place
        )
        values = {worded(value.names, LANGUAGE) or value.code for value in option.values.all()}
        for turn, value in enumerate(dict.fromkeys(v.values[place] for v in wanted.variants)):
            if value not in values:
                OptionValue.objects.create(
                    option=option, code=_code(value, turn), names={LANGUAGE: value}, position=turn
                )
        options.append(option)
    return options


def _value_code(option: Option, name: str) -> str:
    return next(v.code for v in option.values.all() if (worded(v.names, LANGUAGE) or v.code) == name)


def _code(name: str, place: int) -> str:
    """A code for a name; the place keeps two names apart that differ in signs only."""
    return f"{slugify(name)[:50] or 'option'}-{place + 1}"


def _save_variant(
    product: Product, wanted: ShopifyVariant, choices: dict[str, str], place: int, variant_id: int | None
) -> None:
    variant = Variant.objects.get(pk=variant_id) if variant_id else Variant(product=product)
    generated = "" if wanted.sku else f"{product.source_handle[:80]}-{place + 1}".upper()
    variant.merchant_id = product.merchant_id
    variant.sku = wanted.sku or variant.sku or generated
    variant.choices = choices
    variant.weight_grams = wanted.grams or variant.weight_grams
    variant.price_amount = wanted.price
    variant.price_currency = variant.price_currency or product.merchant.currency
    variant.merchant_product_id = variant.merchant_product_id or product.source_handle
    variant.position = place
    remembered = generated if not variant_id else variant.imported.get(GENERATED_SKU, "")
    variant.imported = {KEPT_CELLS: wanted.rest, **({GENERATED_SKU: remembered} if remembered else {})}
    variant.save()
    warehouse = None if variant_id else product.merchant.warehouses.first()
    if warehouse is not None:
        StockLevel.objects.create(variant=variant, warehouse=warehouse, on_hand=wanted.quantity)


def _save_images(product: Product, wanted: ShopifyProduct, current: ShopifyProduct | None) -> None:
    """References are replaced by the file's; pictures of our own keeping stay, and are not referred to as well."""
    kept = {image.src for image in current.images if image.kept} if current else set[str]()
    product.pictures.exclude(source_url="").delete()
    Picture.objects.bulk_create(
        Picture(
            product=product,
            source_url=image.src,
            alts={LANGUAGE: image.alt} if image.alt else {},
            position=place,
            imported={"position": image.position},
        )
        for place, image in enumerate(wanted.images, start=1)
        if image.src not in kept
    )
