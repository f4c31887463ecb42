"""Refresh stock everywhere: find the offers whose word on stock is wrong, and put them right."""

from django.db.models import Exists, F, OuterRef

from catalog.models import Offer, StockLevel
from catalog.services.refresh_stock import refresh_stock

_AT_A_TIME = 500


def refresh_stock_everywhere() -> int:
    """Bring at most 500 products with a wrong `in_stock` up to date; answers how many there were."""
    there = StockLevel.objects.filter(variant=OuterRef("variant"), on_hand__gt=F("held"))
    wrong = Offer.objects.exclude(in_stock=Exists(there)).order_by("product_id")
    products = list(wrong.values_list("product_id", flat=True).distinct()[:_AT_A_TIME])
    refresh_stock(products)
    return len(products)
