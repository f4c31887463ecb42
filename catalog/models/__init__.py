"""The rows of the catalog."""

from catalog.models.category import Category, CategoryText
from catalog.models.merchant import Merchant, MerchantHistory, MerchantMember, Warehouse
from catalog.models.nomenclature import NomenclatureEntry
from catalog.models.offer import Offer
from catalog.models.picture import Picture
from catalog.models.product import Option, OptionValue, Product, ProductHistory, ProductText
from catalog.models.search import LoadedFile, SearchDocument
from catalog.models.stock import StockHold, StockHoldHistory, StockLevel
from catalog.models.variant import Variant, VariantPrice

__all__ = [
    "Category",
    "CategoryText",
    "LoadedFile",
    "Merchant",
    "MerchantHistory",
    "MerchantMember",
    "NomenclatureEntry",
    "Offer",
    "Option",
    "OptionValue",
    "Picture",
    "Product",
    "ProductHistory",
    "ProductText",
    "SearchDocument",
    "StockHold",
    "StockHoldHistory",
    "StockLevel",
    "Variant",
    "VariantPrice",
    "Warehouse",
]
