"""Offers in the back office: what list pages show, to look at only."""

from django.contrib import admin

from catalog.models import Offer
from localization.admin.scoped import ReadOnlyAdmin


@admin.register(Offer)
class OfferAdmin(ReadOnlyAdmin):
    """The stored price at the door of each variant in each market."""

    merchant_path = "product__merchant_id"
    list_display = (
        "handle",
        "market",
        "delivered",
        "currency",
        "duty",
        "tax",
        "in_stock",
        "lead",
        "refusal",
        "priced_at",
    )
    list_filter = ("market", "lead", "in_stock", "refusal")
    search_fields = ("handle",)
