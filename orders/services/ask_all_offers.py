"""Ask for all offers: the whole catalogue, cut into pieces of work for many workers, after new rates or tariffs."""

from catalog.selectors.variants_of import listed_product_ids
from orders.events import announce_offers


def ask_all_offers() -> int:
    """Ask for every listed product's offers to be priced again, step by step; says how many products."""
    asked, after = 0, 0
    while product_ids := listed_product_ids(after=after):
        announce_offers(product_ids)
        asked += len(product_ids)
        after = product_ids[-1]
    return asked
