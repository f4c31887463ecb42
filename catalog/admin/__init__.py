"""The catalog in the back office: listings, stock and prices of one's own merchant; every change calls a service."""

from catalog.admin.category import CategoryAdmin
from catalog.admin.merchant import MerchantAdmin, WarehouseAdmin
from catalog.admin.offer import OfferAdmin
from catalog.admin.option import OptionAdmin
from catalog.admin.product import ProductAdmin
from catalog.admin.stock import StockHoldAdmin, StockLevelAdmin
from catalog.admin.variant import VariantAdmin

__all__ = [
    "CategoryAdmin",
    "MerchantAdmin",
    "OfferAdmin",
    "OptionAdmin",
    "ProductAdmin",
    "StockHoldAdmin",
    "StockLevelAdmin",
    "VariantAdmin",
    "WarehouseAdmin",
]
