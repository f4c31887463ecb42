"""Variants in the back office: options, customs facts, prices and stock, handed to their service."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.admin.customs import open_facts
from catalog.admin.of_product import OfProductAdmin
from catalog.admin.variant_form import VariantForm
from catalog.models import Variant
from catalog.services.save_variant import save_variant


@admin.register(Variant)
class VariantAdmin(OfProductAdmin):
    """What is bought, weighed and declared."""

    merchant_path = "merchant_id"
    form = VariantForm
    list_display = (
        "sku",
        "product",
        "price_amount",
        "price_currency",
        "hs_code",
        "origin",
        "weight_grams",
        "needs",
    )
    list_select_related = ("product",)
    search_fields = ("sku", "product__handle", "hs_code")
    fieldsets = (
        (None, {"fields": ("sku", "choices")}),
        (
            _("Customs"),
            {"fields": (("hs_code", "hs_version"), ("origin", "customs_description"))},
        ),
        (
            _("Packed piece"),
            {"fields": (("weight_grams", "battery"), ("length_mm", "width_mm", "height_mm"))},
        ),
        (_("Price"), {"fields": ("price_amount", "own_prices")}),
        (_("Stock"), {"fields": ("stock",)}),
        (_("Numbers"), {"fields": (("merchant_product_id", "manufacturer_product_id"),)}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A product without options has nothing to choose."""
        product = obj.product if obj is not None else self.asked_product(request)
        if product is not None and product.options.exists():
            return self.fieldsets
        return ((None, {"fields": ("sku",)}), *self.fieldsets[1:])

    @admin.display(description=_("customs needs"))
    def needs(self, variant: Variant) -> str:
        """What is missing before the product can be listed."""
        return open_facts(variant) or "–"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Orders name their variants for good."""
        return False

    def save_form(self, request: HttpRequest, form: Any, change: Any) -> Any:
        """A new variant is its product's merchant's."""
        form.instance.merchant_id = form.product.merchant_id
        form.instance.product = form.product
        return super().save_form(request, form, change)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """All of it by its service."""
        obj.pk = save_variant(form.sheet())
        obj.refresh_from_db()
