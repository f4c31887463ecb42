"""Options in the back office: what a product's variants differ in, and the values there are, in every language."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from catalog.admin.of_product import OfProductAdmin
from catalog.admin.product_forms import OptionForm, OptionValueForm
from catalog.models import Option, OptionValue
from catalog.services.remove_option import remove_option
from catalog.services.save_option import OptionSheet, ValueSheet, save_option
from localization.admin.scoped import ScopedTabularInline


class ValueRows(ScopedTabularInline):
    """The values, in the order they are offered."""

    model = OptionValue
    form = OptionValueForm
    fields = ("names",)
    extra = 2


@admin.register(Option)
class OptionAdmin(OfProductAdmin):
    """What the variants of a product differ in."""

    merchant_path = "product__merchant_id"
    form = OptionForm
    list_display = ("code", "product")
    list_select_related = ("product",)
    search_fields = ("code", "product__handle")
    fields = ("names",)
    inlines = (ValueRows,)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One at a time, on its own page."""
        return obj is not None and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """The option is written together with its values."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Names and values by their service, all at once."""
        option, rows = form.instance, formsets[0]
        rows.new_objects, rows.changed_objects, rows.deleted_objects = [], [], []
        kept = [row for row in rows.forms if row not in rows.deleted_forms and row.cleaned_data.get("names")]
        option.pk = save_option(
            OptionSheet(
                option_id=option.pk,
                product_id=option.product_id,
                names=option.names,
                values=[
                    ValueSheet(value_id=row.instance.pk, names=row.cleaned_data["names"]) for row in kept
                ],
            )
        )
        option.refresh_from_db()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """By its service."""
        remove_option(option_id=obj.pk)

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: Any) -> HttpResponse:
        """Back to the products."""
        super().response_delete(request, obj_display, obj_id)
        return redirect("admin:catalog_product_changelist")
