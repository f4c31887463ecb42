"""The forms of merchants and warehouses: the story in each language, the address as its country writes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from catalog.models import Merchant, Warehouse
from localization.admin.address_field import PostalAddressField, country_field, reader
from localization.admin.localized import localized_text
from localization.formats import currency_name
from localization.places import country_codes
from localization.selectors import markets


class TaxIdsField(forms.CharField):
    """Tax identifiers, one a line; the value is a list of them."""

    widget = UnfoldAdminTextareaWidget

    def prepare_value(self, value: Any) -> str:
        """One a line."""
        return value if isinstance(value, str) else "\n".join(map(str, value or ()))

    def clean(self, value: Any) -> list[str]:
        """The filled lines."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another list was typed."""
        return list(initial or ()) != self.clean(data)


def _currencies() -> list[tuple[str, str]]:
    codes = sorted({market.currency for market in markets()})
    return [(code, f"{code} · {currency_name(code, reader())}") for code in codes]


class MerchantForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """Who sells; the story is asked once per language."""

    about = localized_text(
        _("About"),
        longest=4000,
        help_text=_("The story buyers read beside your products, in their language."),
    )
    country = country_field(_("country"))
    currency = forms.ChoiceField(
        label=_("currency"),
        choices=_currencies,
        widget=UnfoldAdminSelectWidget(),
        help_text=_("The currency of base prices."),
    )
    tax_ids = TaxIdsField(label=_("tax identifiers"), required=False, help_text=_("One a line."))

    class Meta:
        model = Merchant
        fields = ("code", "name", "about", "country", "city", "email", "currency", "tax_ids")


class WarehouseForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """Where parcels are handed over; the address's fields are those of the chosen country."""

    country = country_field(
        _("country"),
        help_text=_("After another country is chosen, save once: its address fields then appear below."),
    )
    asked_for = forms.CharField(required=False, widget=forms.HiddenInput())
    address = PostalAddressField("CN", label=_("address"))

    class Meta:
        model = Warehouse
        fields = ("merchant", "code", "name", "country", "address")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the address as the country that was typed, or is stored, writes it."""
        super().__init__(*args, **kwargs)
        typed = self.data.get(self.add_prefix("country")) if self.is_bound else self.instance.country
        country = typed if typed in country_codes() else "CN"
        if not self.is_bound:
            self.initial.update(country=country, asked_for=country)
        self.fields["address"] = PostalAddressField(country, label=_("address"))

    def clean(self) -> dict[str, Any]:
        """Fields that were those of another country are looked at once more."""
        data = super().clean() or {}
        asked_for = data.get("asked_for")
        if asked_for and data.get("country") not in {None, asked_for}:
            posted: Any = self.data
            corrected = posted.copy()
            corrected[self.add_prefix("asked_for")] = data["country"]
            self.data = corrected
            self.add_error(
                "country", _("Please check the address: its fields are now those of this country.")
            )
        return data
