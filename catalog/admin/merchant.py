"""Merchants, their members and their warehouses in the back office."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from catalog.admin.merchant_forms import MerchantForm, WarehouseForm
from catalog.models import Merchant, MerchantMember, Warehouse
from catalog.services.export_shopify import export_shopify
from catalog.services.save_merchant import MerchantSheet, save_merchant
from catalog.services.save_warehouse import WarehouseSheet, save_warehouse
from localization.addresses import Address
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
    form = MerchantForm
    list_display = ("name", "code", "country", "city", "state")
    list_filter = ("state", "country")
    search_fields = ("name", "code")
    actions = ("export_products",)
    fields = (("name", "code"), "about", ("country", "city"), ("email", "currency"), "tax_ids", "state")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A merchant writes its story; what identifies it is changed by operators."""
        if merchant_ids(request) is None:
            return ("state",) if obj is None else ("code", "state")
        return ("code", "name", "country", "currency", "tax_lines", "state")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[Any, ...]:
        """Tax identifiers are written by operators and read by the merchant."""
        if merchant_ids(request) is None:
            return self.fields
        return tuple("tax_lines" if field == "tax_ids" else field for field in self.fields)

    @admin.display(description=_("tax identifiers"))
    def tax_lines(self, merchant: Merchant) -> str:
        """The identifiers, side by side."""
        return ", ".join(map(str, merchant.tax_ids))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """By its service."""
        obj.pk = save_merchant(
            MerchantSheet(
                merchant_id=obj.pk,
                code=obj.code,
                name=obj.name,
                about=obj.about,
                country=obj.country,
                city=obj.city,
                email=obj.email,
                currency=obj.currency,
                tax_ids=tuple(obj.tax_ids),
            )
        )
        obj.refresh_from_db()

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
    form = WarehouseForm
    list_display = ("name", "code", "merchant", "country", "city")
    search_fields = ("name", "code")
    fields = (("merchant", "code"), "name", "country", "address", "asked_for")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Parcels name their warehouse by its code, and its stock is one merchant's, for good."""
        return () if obj is None else ("merchant", "code")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Stock and shipments name their warehouse for good."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """By its service."""
        obj.pk = save_warehouse(
            WarehouseSheet(
                warehouse_id=obj.pk,
                merchant_id=obj.merchant_id,
                code=obj.code,
                name=obj.name,
                address=Address.from_json(obj.address),
            )
        )
        obj.refresh_from_db()
