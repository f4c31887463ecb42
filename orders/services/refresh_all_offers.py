"""Refresh all offers here and now, step by step: for commands that wait until it is done."""

from catalog.selectors.variants_of import listed_product_ids
from orders.services.refresh_offers import refresh_offers


def refresh_all_offers() -> int:
    """Price every listed product in every market; says how many offers were stored."""
    stored, after = 0, 0
    while product_ids := listed_product_ids(after=after):
        stored += refresh_offers(product_ids)
        after = product_ids[-1]
    return stored
