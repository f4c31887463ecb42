"""Variants in the back office: customs facts and prices, each handed to its service."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from catalog.admin.customs import open_facts
from catalog.customs_facts import hs_code, origin
from catalog.events import announce, offers_stale
from catalog.models import Variant, VariantPrice
from catalog.pricing import refuse_odd_price
from catalog.refusals import BadAmount, BadCustomsFact
from catalog.services.save_customs_facts import CustomsFacts, save_customs_facts
from catalog.services.set_price import set_price
from localization.admin.scoped import ScopedAdmin, ScopedTabularInline


class VariantForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A variant's facts; an empty customs fact is allowed here and refused at publishing."""

    class Meta:
        model = Variant
        fields = (
            "hs_code",
            "origin",
            "weight_grams",
            "customs_description",
            "length_mm",
            "width_mm",
            "height_mm",
            "battery",
            "merchant_product_id",
            "manufacturer_product_id",
            "price_amount",
        )

    def clean_hs_code(self) -> str:
        """The code in digits only."""
        return self._fact("hs_code", hs_code)

    def clean_origin(self) -> str:
        """The country by its code."""
        return self._fact("origin", origin)

    def clean_price_amount(self) -> Any:
        """A price that can be charged."""
        amount = self.cleaned_data["price_amount"]
        _refuse_in_form(Money(amount, self.instance.price_currency))
        return amount

    def _fact(self, name: str, checked: Any) -> str:
        text = self.cleaned_data[name]
        try:
            return str(checked(text)) if text else ""
        except BadCustomsFact as refusal:
            raise forms.ValidationError(str(refusal)) from None


class OwnPriceForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A price in another currency."""

    class Meta:
        model = VariantPrice
        fields = ("currency", "amount")

    def clean(self) -> dict[str, Any]:
        """A price that can be charged, in a currency there is."""
        data = super().clean() or {}
        if {"currency", "amount"} <= data.keys():
            _refuse_in_form(Money(data["amount"], data["currency"]))
        return data


class OwnPriceInline(ScopedTabularInline):
    """The merchant's own prices."""

    model = VariantPrice
    form = OwnPriceForm


@admin.register(Variant)
class VariantAdmin(ScopedAdmin):
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
    readonly_fields = ("product", "sku", "choices", "price_currency", "needs")
    fields = (
        ("product", "sku"),
        ("choices", "needs"),
        ("hs_code", "origin", "weight_grams"),
        "customs_description",
        ("length_mm", "width_mm", "height_mm", "battery"),
        ("merchant_product_id", "manufacturer_product_id"),
        ("price_amount", "price_currency"),
    )
    inlines = (OwnPriceInline,)

    @admin.display(description=_("customs needs"))
    def needs(self, variant: Variant) -> str:
        """What is missing before the product can be listed."""
        return open_facts(variant) or "–"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Variants come with their product's import or catalogue."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Orders name their variants for good."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Facts and price by their services once they are whole; the rest as it is."""
        super().save_model(request, obj, form, change)
        if not open_facts(obj):
            save_customs_facts(
                CustomsFacts(
                    variant_id=obj.pk,
                    hs_code=obj.hs_code,
                    origin=obj.origin,
                    weight_grams=obj.weight_grams,
                    customs_description=obj.customs_description,
                )
            )
        set_price(variant_id=obj.pk, price=obj.price)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        """Own prices by their service."""
        for row in formset.save(commit=False):
            set_price(variant_id=form.instance.pk, price=Money(row.amount, row.currency))
        for row in formset.deleted_objects:
            row.delete()
            announce(offers_stale, [form.instance.product_id])


def _refuse_in_form(price: Money) -> None:
    try:
        refuse_odd_price(price)
    except BadAmount as refusal:
        raise forms.ValidationError(str(refusal)) from None
