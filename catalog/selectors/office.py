"""What a merchant's shelf asks for: counts for the start page of the back office."""

from collections.abc import Collection

from django.db.models import F, Q, QuerySet

from catalog.models import StockLevel, Variant
from catalog.states import ProductState

_INCOMPLETE = Q(hs_code="") | Q(origin="") | Q(weight_grams=0)


def drafts_lacking_facts(merchant_ids: Collection[int] | None = None) -> int:
    """Products not yet listed with a variant that lacks HS code, origin or weight, of these merchants (None: of all)."""
    variants = _of(Variant.objects.filter(_INCOMPLETE), merchant_ids)
    drafts = variants.filter(product__state=ProductState.DRAFT)
    return int(drafts.values("product_id").distinct().count())


def sold_out_variants(merchant_ids: Collection[int] | None = None) -> int:
    """Variants of listed products of which no piece is free in any warehouse."""
    free = StockLevel.objects.filter(on_hand__gt=F("held")).values("variant_id")
    listed = _of(Variant.objects.filter(product__state=ProductState.LISTED), merchant_ids)
    return int(listed.exclude(pk__in=free).count())


def _of(variants: QuerySet[Variant], merchant_ids: Collection[int] | None) -> QuerySet[Variant]:
    return variants if merchant_ids is None else variants.filter(merchant_id__in=merchant_ids)
