"""What customs still needs before a draft can be listed."""

from collections.abc import Collection

from django.db.models import Q

from catalog.models import Variant
from catalog.states import ProductState
from catalog.values import CustomsTodo

_INCOMPLETE = Q(hs_code="") | Q(origin="") | Q(weight_grams=0)


def customs_todo(merchant_ids: Collection[int] | None = None) -> tuple[CustomsTodo, ...]:
    """The variants that lack an HS code, an origin or a weight, of these merchants (None: of all). One query."""
    rows = Variant.objects.filter(_INCOMPLETE).exclude(product__state=ProductState.WITHDRAWN)
    if merchant_ids is not None:
        rows = rows.filter(merchant_id__in=merchant_ids)
    columns = rows.order_by("product_id", "position", "pk").values_list(
        "product_id", "pk", "merchant_id", "product__handle", "sku", "hs_code", "origin", "weight_grams"
    )
    return tuple(
        CustomsTodo(
            product_id=product,
            variant_id=variant,
            merchant_id=merchant,
            handle=handle,
            sku=sku,
            missing=missing_facts(hs_code, origin, weight),
        )
        for product, variant, merchant, handle, sku, hs_code, origin, weight in columns
    )


def missing_facts(hs_code: str, origin: str, weight_grams: int) -> tuple[str, ...]:
    """The names of the customs facts that are not there."""
    facts = {"hs_code": hs_code, "origin": origin, "weight": weight_grams}
    return tuple(name for name, fact in facts.items() if not fact)
