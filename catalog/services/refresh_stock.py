"""Refresh stock: make the stored offers of some products say truly whether they are in stock."""

from collections.abc import Collection

from django.db import transaction

from catalog.models import Offer, Variant
from catalog.selectors.offer_faces import free_pieces
from catalog.services.choose_leads import choose_leads


def refresh_stock(product_ids: Collection[int]) -> None:
    """Bring `in_stock` and the leads of these products' offers up to date with what lies in the warehouses."""
    with transaction.atomic():
        variants = list(Variant.objects.filter(product_id__in=product_ids).values_list("pk", flat=True))
        free = free_pieces(variants)
        there = [variant for variant in variants if free.get(variant, 0) > 0]
        gone = [variant for variant in variants if free.get(variant, 0) <= 0]
        changed = Offer.objects.filter(variant_id__in=there, in_stock=False).update(in_stock=True)
        changed += Offer.objects.filter(variant_id__in=gone, in_stock=True).update(in_stock=False)
        if changed:
            choose_leads(product_ids)
