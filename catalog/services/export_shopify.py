"""Export Shopify: a merchant's products as the CSV that Shopify and `import_shopify` read."""

from catalog.selectors.shopify_products import shopify_products
from catalog.shopify.render import render


def export_shopify(*, merchant_id: int) -> bytes:
    """The file in UTF-8. Importing it again changes nothing; no cell can be taken for a formula."""
    return render(list(shopify_products(merchant_id).values()))
