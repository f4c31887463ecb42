"""Everything the page of one product shows, in four queries however many variants, pictures and texts there are."""

from collections import defaultdict
from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from moneyed import Money

from catalog.models import OptionValue, Picture, Product, ProductText, StockLevel, Variant
from catalog.refusals import NotListed
from catalog.selectors.pictures import picture_url
from catalog.selectors.variants import option_label
from catalog.states import MerchantState, ProductState
from catalog.values import (
    LARGE,
    SMALL,
    MerchantStory,
    OfferView,
    OptionValueView,
    OptionView,
    PictureView,
    ProductPage,
    VariantView,
)
from catalog.wording import preferred, worded

_OFFER = (
    "currency",
    "goods",
    "duty",
    "tax",
    "fees",
    "delivered",
    "freight",
    "refusal",
    "scheme",
    "priced_at",
    "fx",
    "lead",
)
_AMOUNTS = ("goods", "duty", "tax", "fees", "delivered", "freight")
_VARIANT = (
    "pk",
    "sku",
    "choices",
    "hs_code",
    "origin",
    "weight_grams",
    "battery",
    "customs_description",
    "ship_from",
    "available",
)


def product_page(market: str, language: str, handle: str) -> ProductPage:
    """The page of a listed product in a market, read in a language. Four queries. Raises NotListed."""
    texts = _texts(handle)
    if not texts:
        raise NotListed(handle=handle)
    text = texts[preferred(texts, language)]
    product = text.product
    values = list(
        OptionValue.objects.filter(option__product=product)
        .select_related("option")
        .order_by("option__position", "option_id", "position", "pk")
    )
    variants = _variants(product, market, values, language)
    if not variants:
        raise NotListed(handle=handle)
    return ProductPage(
        product_id=product.pk,
        handle=product.handle,
        title=text.title,
        summary=text.summary,
        description=text.description,
        text_language=text.language,
        translation=text.translation,
        tint=product.tint,
        category_code=product.category.code if product.category else "",
        merchant=_story(product, language),
        pictures=_pictures(product, language),
        options=_options(values, language),
        variants=variants,
    )


def _texts(handle: str) -> dict[str, ProductText]:
    rows = ProductText.objects.filter(
        product__handle=handle,
        product__state=ProductState.LISTED,
        product__merchant__state=MerchantState.ACTIVE,
    ).select_related("product", "product__merchant", "product__category")
    return {row.language: row for row in rows}


def _story(product: Product, language: str) -> MerchantStory:
    merchant = product.merchant
    return MerchantStory(
        merchant_id=merchant.pk,
        code=merchant.code,
        name=merchant.name,
        about=worded(merchant.about, language),
        country=merchant.country,
        city=merchant.city,
    )


def _pictures(product: Product, language: str) -> tuple[PictureView, ...]:
    rows = Picture.objects.filter(product=product).exclude(file="").order_by("position", "pk")
    return tuple(
        PictureView(
            src=picture_url(row.file),
            src_small=picture_url(row.file.replace(LARGE, SMALL)),
            alt=worded(row.alts, language),
            width=row.width,
            height=row.height,
        )
        for row in rows
    )


def _options(values: list[OptionValue], language: str) -> tuple[OptionView, ...]:
    by_option: dict[int, list[OptionValue]] = defaultdict(list)
    for value in values:
        by_option[value.option_id].append(value)
    return tuple(
        OptionView(
            code=group[0].option.code,
            name=worded(group[0].option.names, language) or group[0].option.code,
            values=tuple(
                OptionValueView(value.code, worded(value.names, language) or value.code) for value in group
            ),
        )
        for group in by_option.values()
    )


def _variants(
    product: Product, market: str, values: list[OptionValue], language: str
) -> tuple[VariantView, ...]:
    names = {(product.pk, value.option.code, value.code): value.names for value in values}
    return tuple(
        _variant(row, option_label(product.pk, row["choices"], names, language))
        for row in _variant_rows(product, market)
    )


def _variant_rows(product: Product, market: str) -> QuerySet[Variant, dict[str, Any]]:
    fullest = (
        StockLevel.objects.filter(variant=OuterRef("pk"))
        .annotate(free=F("on_hand") - F("held"))
        .order_by("-free", "pk")
    )
    rows: QuerySet[Variant, dict[str, Any]] = (
        Variant.objects.filter(product=product)
        .annotate(
            offer=FilteredRelation("offers", condition=Q(offers__market=market)),
            available=Subquery(fullest.values("free")[:1]),
            ship_from=Subquery(fullest.values("warehouse__country")[:1]),
        )
        .order_by("position", "pk")
        .values(*_VARIANT, *(f"offer__{column}" for column in _OFFER))
    )
    return rows


def _variant(row: dict[str, Any], label: str) -> VariantView:
    return VariantView(
        variant_id=row["pk"],
        sku=row["sku"],
        choices=row["choices"],
        label=label,
        hs_code=row["hs_code"],
        origin=row["origin"],
        weight_grams=row["weight_grams"],
        battery=row["battery"],
        customs_description=row["customs_description"],
        ship_from=row["ship_from"] or "",
        available=row["available"] or 0,
        offer=_offer(row),
        lead=bool(row["offer__lead"]),
    )


def _offer(row: dict[str, Any]) -> OfferView | None:
    code = row["offer__currency"]
    if code is None:
        return None
    amounts = {name: Money(row[f"offer__{name}"], code) for name in _AMOUNTS}
    return OfferView(
        **amounts,
        refusal=row["offer__refusal"],
        scheme=row["offer__scheme"],
        priced_at=row["offer__priced_at"],
        fx=row["offer__fx"],
    )
