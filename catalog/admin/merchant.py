"""Merchants, their members and their warehouses in the back office."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from catalog.models import Merchant, MerchantMember, Warehouse
from catalog.services.export_shopify import export_shopify
from localization.admin.scope import merchant_ids
from localization.admin.scoped import ScopedAdmin, ScopedTabularInline


class MemberInline(ScopedTabularInline):
    """Who acts for the merchant; operators decide."""

    model = MerchantMember
    autocomplete_fields = ("user",)


@admin.register(Merchant)
class MerchantAdmin(ScopedAdmin):
    """A merchant's own page: its story and its addresses; state and identity are the operators'."""

    merchant_path = "pk"
    list_display = ("name", "code", "country", "city", "state")
    list_filter = ("state", "country")
    search_fields = ("name", "code")
    actions = ("export_products",)
    fields = ("code", "name", "about", "country", "city", "email", "currency", "tax_ids", "state")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A merchant writes its story; what identifies it is changed by operators."""
        if merchant_ids(request) is None:
            return ("state",)
        return ("code", "name", "country", "currency", "tax_ids", "state")

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[type[MemberInline]]:
        """Members are shown to operators."""
        return [MemberInline] if merchant_ids(request) is None else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Orders name their merchant for good."""
        return False

    @admin.action(description=_("Export products for Shopify"), permissions=["view"])
    def export_products(self, request: HttpRequest, merchants: QuerySet[Merchant]) -> HttpResponse | None:
        """The products of the first selected merchant, as a file; back to the list when none is one's own."""
        merchant = merchants.order_by("pk").first()
        if merchant is None:
            return None
        response = HttpResponse(
            export_shopify(merchant_id=merchant.pk), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{merchant.code}.csv"'
        return response


@admin.register(Warehouse)
class WarehouseAdmin(ScopedAdmin):
    """Where parcels are handed over."""

    merchant_path = "merchant_id"
    list_display = ("name", "code", "merchant", "country", "city")
    search_fields = ("name", "code")
    fields = ("merchant", "code", "name", "address", "country", "city")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Stock and shipments name their warehouse for good."""
        return False
