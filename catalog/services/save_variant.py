"""Save a variant: what is bought, weighed, declared and priced, with its options and its stock, all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from moneyed import Money

from catalog.customs_facts import hs_code, origin
from catalog.events import announce, offers_stale
from catalog.models import Option, Product, Variant
from catalog.pricing import refuse_odd_price
from catalog.refusals import BadCustomsFact, CustomsFactsMissing, OptionUnset, SkuTaken, TwinVariant
from catalog.selectors.todo import missing_facts
from catalog.services.index_products import index_products
from catalog.services.set_price import set_price
from catalog.services.set_stock import set_stock
from catalog.states import ProductState
from catalog.values import Battery
from catalog.wording import FALLBACK, worded

_HEAVIEST_GRAMS = 1_000_000


@dataclass(frozen=True, kw_only=True)
class VariantSheet:
    """All a merchant says of a variant; `variant_id` None makes a new one, last of its product.

    Weight in grams of the packed piece, sizes in millimetres. `hs_code` and `origin` are "" and the weight 0 while
    unknown, which a listed product does not allow. `choices` is option code to value code; `price` is in the merchant's
    currency; `own_prices` are all prices in other currencies; `stock` counted pieces by warehouse id, others stay.
    """

    variant_id: int | None = None
    product_id: int
    sku: str
    choices: Mapping[str, str] = field(default_factory=dict)
    hs_code: str = ""
    hs_version: str = "HS2022"
    origin: str = ""
    weight_grams: int = 0
    dimensions_mm: tuple[int, int, int] = (0, 0, 0)
    battery: Battery = "none"
    customs_description: str = ""
    merchant_product_id: str = ""
    manufacturer_product_id: str = ""
    price: Money
    own_prices: tuple[Money, ...] = ()
    stock: Mapping[int, int] = field(default_factory=dict)


def save_variant(sheet: VariantSheet) -> int:
    """Write the variant and answer its id.

    Raises SkuTaken, OptionUnset, TwinVariant, BadCustomsFact, CustomsFactsMissing (of a listed product), BadAmount
    (also for an own price in a currency that is none) and StockBelowHeld; nothing is written then.
    """
    for price in (sheet.price, *sheet.own_prices):
        refuse_odd_price(price)
    with transaction.atomic():
        product = (
            Product.objects.select_for_update(of=("self",))
            .select_related("merchant")
            .get(pk=sheet.product_id)
        )
        others = list(product.variants.exclude(pk=sheet.variant_id or 0))
        _refuse_clashes(product, sheet, others)
        variant = _variant(product, sheet, place=len(others))
        _write_facts(product, variant, sheet)
        variant.save()
        _save_prices(variant, sheet)
        for warehouse_id, on_hand in sheet.stock.items():
            set_stock(variant_id=variant.pk, warehouse_id=warehouse_id, on_hand=on_hand)
        index_products([product.pk])
        announce(offers_stale, [product.pk])
    return variant.pk


def _refuse_clashes(product: Product, sheet: VariantSheet, others: list[Variant]) -> None:
    same = Variant.objects.filter(merchant=product.merchant_id, sku=sheet.sku).exclude(
        pk=sheet.variant_id or 0
    )
    if same.exists():
        raise SkuTaken(sku=sheet.sku)
    for option in product.options.prefetch_related("values"):
        _refuse_unset(option, sheet.choices.get(option.code, ""))
    twin = next((other for other in others if other.choices == dict(sheet.choices)), None)
    if twin is not None:
        raise TwinVariant(sku=twin.sku)


def _refuse_unset(option: Option, choice: str) -> None:
    if choice not in {value.code for value in option.values.all()}:
        raise OptionUnset(option=worded(option.names, FALLBACK) or option.code)


def _variant(product: Product, sheet: VariantSheet, *, place: int) -> Variant:
    if sheet.variant_id is not None:
        return product.variants.select_for_update().get(pk=sheet.variant_id)
    return Variant(
        product=product,
        merchant=product.merchant,
        price_currency=sheet.price.currency.code,
        position=place,
    )


def _write_facts(product: Product, variant: Variant, sheet: VariantSheet) -> None:
    missing = missing_facts(sheet.hs_code, sheet.origin, sheet.weight_grams)
    if missing and product.state == ProductState.LISTED:
        raise CustomsFactsMissing(missing={sheet.sku: missing})
    if not 0 <= sheet.weight_grams <= _HEAVIEST_GRAMS:
        raise BadCustomsFact(fact="weight", value=str(sheet.weight_grams))
    variant.sku, variant.choices = sheet.sku, dict(sheet.choices)
    variant.hs_code = hs_code(sheet.hs_code) if sheet.hs_code else ""
    variant.hs_version = sheet.hs_version if sheet.hs_code else ""
    variant.origin = origin(sheet.origin) if sheet.origin else ""
    variant.weight_grams = sheet.weight_grams
    variant.length_mm, variant.width_mm, variant.height_mm = sheet.dimensions_mm
    variant.battery = sheet.battery
    variant.customs_description = sheet.customs_description
    variant.merchant_product_id = sheet.merchant_product_id
    variant.manufacturer_product_id = sheet.manufacturer_product_id
    variant.price_amount = sheet.price.amount


def _save_prices(variant: Variant, sheet: VariantSheet) -> None:
    codes = {price.currency.code for price in sheet.own_prices}
    variant.own_prices.exclude(currency__in=codes).delete()
    for price in sheet.own_prices:
        set_price(variant_id=variant.pk, price=price)
