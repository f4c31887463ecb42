"""Stock in the back office: counted pieces may be corrected, promises may be looked at."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.models import StockHold, StockLevel
from catalog.refusals import StockBelowHeld
from catalog.services.set_stock import set_stock
from localization.admin.scoped import ReadOnlyAdmin, ScopedAdmin


class StockLevelForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """The number of pieces that were counted."""

    class Meta:
        model = StockLevel
        fields = ("on_hand",)

    def clean_on_hand(self) -> int:
        """Refuse less than is promised, in the words of the rule; the service checks again under its lock."""
        on_hand: int = self.cleaned_data["on_hand"]
        if on_hand < self.instance.held:
            raise forms.ValidationError(str(StockBelowHeld(on_hand=on_hand, held=self.instance.held)))
        return on_hand


@admin.register(StockLevel)
class StockLevelAdmin(ScopedAdmin):
    """What lies where, and how much of it is promised."""

    merchant_path = "variant__merchant_id"
    form = StockLevelForm
    list_display = ("variant", "warehouse", "on_hand", "held", "free")
    list_select_related = ("variant", "warehouse")
    search_fields = ("variant__sku", "variant__product__handle")
    fields = ("variant", "warehouse", "on_hand", "held")
    readonly_fields = ("variant", "warehouse", "held")

    @admin.display(description=_("free"))
    def free(self, level: StockLevel) -> int:
        """Pieces nobody has been promised."""
        return level.on_hand - level.held

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Levels come with their variants."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A level that is empty says so."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Hand the count to the service."""
        set_stock(variant_id=obj.variant_id, warehouse_id=obj.warehouse_id, on_hand=obj.on_hand)


@admin.register(StockHold)
class StockHoldAdmin(ReadOnlyAdmin):
    """Pieces promised to orders."""

    merchant_path = "variant__merchant_id"
    list_display = ("reference", "variant", "quantity", "state", "until")
    list_select_related = ("variant",)
    list_filter = ("state",)
    search_fields = ("reference",)
