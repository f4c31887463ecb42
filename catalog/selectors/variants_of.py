"""Which variants make up which products, for work that goes through the whole catalogue in steps."""

from collections.abc import Collection

from catalog.models import Product, Variant
from catalog.states import ProductState


def variant_ids_of(product_ids: Collection[int]) -> tuple[int, ...]:
    """The ids of all variants of these products, by product. One query."""
    return tuple(
        Variant.objects.filter(product_id__in=product_ids)
        .order_by("product_id", "pk")
        .values_list("pk", flat=True)
    )


def listed_product_ids(*, after: int = 0, limit: int = 200) -> tuple[int, ...]:
    """The next `limit` ids of listed products above `after`, ascending; empty at the end. One query."""
    listed = Product.objects.filter(state=ProductState.LISTED, pk__gt=after).order_by("pk")
    return tuple(listed.values_list("pk", flat=True)[:limit])
