"""Choose leads: of a product's variants in a market, the one that list pages show."""

from collections import defaultdict
from collections.abc import Collection

from django.db import transaction

from catalog.models import Offer, Product


def choose_leads(product_ids: Collection[int]) -> None:
    """Let exactly one offer per product and market lead: one that can be quoted, is in stock, and costs least.

    Products are locked in the order of their ids, so that two writers cannot choose two leads.
    """
    with transaction.atomic():
        ids = sorted(set(product_ids))
        list(
            Product.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk")
        )
        by_shelf: dict[tuple[int, str], list[Offer]] = defaultdict(list)
        for offer in Offer.objects.filter(product_id__in=ids).select_related("variant"):
            by_shelf[offer.product_id, offer.market].append(offer)
        leads = {min(offers, key=_order).pk for offers in by_shelf.values()}
        stale = [offer.pk for offers in by_shelf.values() for offer in offers if offer.lead]
        Offer.objects.filter(pk__in=set(stale) - leads).update(lead=False)
        Offer.objects.filter(pk__in=leads - set(stale)).update(lead=True)


def _order(offer: Offer) -> tuple[object, ...]:
    return (bool(offer.refusal), not offer.in_stock, offer.delivered, offer.variant.position, offer.pk)
