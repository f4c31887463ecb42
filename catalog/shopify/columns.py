"""The columns of Shopify's product CSV, by what they describe.

Source: https://help.shopify.com/en/manual/products/import-export/using-csv (read 2026-11) and its sample files.
"""

HANDLE = "Handle"
TITLE = "Title"
BODY = "Body (HTML)"
VENDOR = "Vendor"
TYPE = "Type"
TAGS = "Tags"
OPTION_NAMES = ("Option1 Name", "Option2 Name", "Option3 Name")
OPTION_VALUES = ("Option1 Value", "Option2 Value", "Option3 Value")
SKU = "Variant SKU"
GRAMS = "Variant Grams"
QUANTITY = "Variant Inventory Qty"
PRICE = "Variant Price"
IMAGE_SRC = "Image Src"
IMAGE_POSITION = "Image Position"
IMAGE_ALT = "Image Alt Text"

OF_PRODUCT = (
    "Published",
    "Gift Card",
    "SEO Title",
    "SEO Description",
    "Google Shopping / Google Product Category",
    "Google Shopping / Gender",
    "Google Shopping / Age Group",
    "Google Shopping / MPN",
    "Google Shopping / AdWords Grouping",
    "Google Shopping / AdWords Labels",
    "Google Shopping / Condition",
    "Google Shopping / Custom Product",
    "Google Shopping / Custom Label 0",
    "Google Shopping / Custom Label 1",
    "Google Shopping / Custom Label 2",
    "Google Shopping / Custom Label 3",
    "Google Shopping / Custom Label 4",
)
"""Columns without a place of their own here that stand on a product's first row."""

HEADER = (
    *(HANDLE, TITLE, BODY, VENDOR, TYPE, TAGS, "Published"),
    *(name for pair in zip(OPTION_NAMES, OPTION_VALUES, strict=True) for name in pair),
    *(SKU, GRAMS, "Variant Inventory Tracker", QUANTITY, "Variant Inventory Policy"),
    *("Variant Fulfillment Service", PRICE, "Variant Compare At Price", "Variant Requires Shipping"),
    *("Variant Taxable", "Variant Barcode", IMAGE_SRC, IMAGE_POSITION, IMAGE_ALT),
    *OF_PRODUCT[1:],
    *("Variant Image", "Variant Weight Unit", "Variant Tax Code", "Cost per item"),
)
"""The header an export is written with; columns we do not know follow it."""

REQUIRED = frozenset({HANDLE, TITLE, PRICE, OPTION_NAMES[0], OPTION_VALUES[0]})
UNDERSTOOD = frozenset(
    {HANDLE, TITLE, BODY, VENDOR, TYPE, TAGS, SKU, GRAMS, QUANTITY, PRICE}
    | {*OPTION_NAMES, *OPTION_VALUES, IMAGE_SRC, IMAGE_POSITION, IMAGE_ALT}
)
"""Columns that have a place of their own here; all others are kept as they are."""
NO_OPTION = ("Title", "Default Title")
"""How Shopify writes the option of a product that has none."""
