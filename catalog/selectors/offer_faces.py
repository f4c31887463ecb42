"""What an offer row repeats from other tables so that a list page needs no join: the face of a variant."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, Max

from catalog.models import Picture, Product, ProductText, StockLevel, Variant
from catalog.states import MerchantState, ProductState


@dataclass(frozen=True, kw_only=True)
class OfferFace:
    """The columns of an offer that are not figures; field names are the offer's column names."""

    product_id: int
    listed: bool
    rank: int
    category_code: str
    merchant_code: str
    handle: str
    titles: dict[str, str]
    merchant_name: str
    origin_city: str
    origin_country: str
    picture: str
    picture_alts: dict[str, str]
    tint: str
    in_stock: bool


def offer_faces(variant_ids: Collection[int]) -> dict[int, OfferFace]:
    """The faces by variant id. Four queries, whatever the number of variants."""
    variants = list(
        Variant.objects.filter(pk__in=variant_ids).select_related(
            "product", "product__merchant", "product__category"
        )
    )
    products = {variant.product_id for variant in variants}
    titles = _titles(products)
    pictures = _first_pictures(products)
    free = free_pieces(variant_ids)
    return {
        variant.pk: _face(
            variant.product,
            titles[variant.product_id],
            pictures.get(variant.product_id),
            free.get(variant.pk, 0),
        )
        for variant in variants
    }


def free_pieces(variant_ids: Collection[int]) -> dict[int, int]:
    """How many pieces of a variant one order can have: the free ones of the fullest warehouse. One query."""
    rows = StockLevel.objects.filter(variant_id__in=variant_ids).values("variant_id")
    return dict(rows.annotate(free=Max(F("on_hand") - F("held"))).values_list("variant_id", "free"))


def _face(product: Product, titles: dict[str, str], picture: Picture | None, free: int) -> OfferFace:
    merchant = product.merchant
    return OfferFace(
        product_id=product.pk,
        listed=product.state == ProductState.LISTED and merchant.state == MerchantState.ACTIVE,
        rank=product.rank,
        category_code=product.category.code if product.category else "",
        merchant_code=merchant.code,
        handle=product.handle,
        titles=titles,
        merchant_name=merchant.name,
        origin_city=merchant.city,
        origin_country=merchant.country,
        picture=picture.file if picture else "",
        picture_alts=picture.alts if picture else {},
        tint=product.tint,
        in_stock=free > 0,
    )


def _titles(product_ids: Collection[int]) -> dict[int, dict[str, str]]:
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    rows = ProductText.objects.filter(product_id__in=product_ids).values_list(
        "product_id", "language", "title"
    )
    for product, language, title in rows:
        titles[product][language] = title
    return titles


def _first_pictures(product_ids: Collection[int]) -> dict[int, Picture]:
    rows = Picture.objects.filter(product_id__in=product_ids).exclude(file="").order_by("-position", "-pk")
    return {row.product_id: row for row in rows}
