"""The form of a variant: customs facts, prices, options and stock; what a service would refuse stands beside its field."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from moneyed import Money
from unfold.widgets import (
    UnfoldAdminDecimalFieldWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelectWidget,
)

from catalog.admin.variant_prefill import prefilled
from catalog.models import Option, Product, Variant
from catalog.pricing import refuse_odd_price
from catalog.refusals import (
    BadAmount,
    BadCustomsFact,
    CustomsFactsMissing,
    OptionUnset,
    SkuTaken,
    StockBelowHeld,
    TwinVariant,
)
from catalog.services.save_variant import VariantSheet, save_variant
from catalog.wording import worded
from localization.admin.address_field import country_field, reader
from localization.admin.group_field import GroupField
from localization.admin.trial import tried
from localization.formats import currency_name
from localization.refusals import Refusal
from localization.selectors import markets

_HS_VERSIONS = ("HS2022", "HS2017", "HS2012")
_FACT_FIELDS = {"hs_code": "hs_code", "origin": "origin", "weight": "weight_grams"}
_FIELD_OF: Mapping[type[Refusal], str] = {
    SkuTaken: "sku",
    OptionUnset: "choices",
    TwinVariant: "choices",
    BadAmount: "price_amount",
    StockBelowHeld: "stock",
}


class VariantForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A variant of `product`; an empty customs fact is allowed in a draft and refused at publishing."""

    product: Product
    choices = GroupField({}, label=_("Options"))
    hs_version = forms.ChoiceField(
        label=_("HS version"),
        required=False,
        initial=_HS_VERSIONS[0],
        choices=[(version, version) for version in _HS_VERSIONS],
        widget=UnfoldAdminSelectWidget(),
    )
    origin = country_field(_("country of origin"), required=False)
    own_prices = GroupField(
        {},
        label=_("own prices"),
        help_text=_("Where it is empty, the base price is converted at the day's rate."),
    )
    stock = GroupField(
        {}, label=_("Pieces in stock"), help_text=_("As counted, those promised to buyers included.")
    )

    class Meta:
        model = Variant
        fields = (
            "sku",
            "hs_code",
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
        help_texts = {
            "hs_code": _("6, 8 or 10 digits of the Harmonized System, such as 6214.10."),
            "weight_grams": _("Of the packed piece."),
            "customs_description": _(
                "In English, as a customs officer would say it: “silk scarf”, not a brand."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The product's options, the merchant's warehouses and every market's currency become parts of the form."""
        instance = kwargs.get("instance")
        kwargs["initial"] = {**prefilled(self.product, instance), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        merchant = self.product.merchant
        self.currency = self.instance.price_currency or merchant.currency
        price: Any = self.fields["price_amount"]
        price.label = format_lazy("{label} ({currency})", label=price.label, currency=self.currency)
        options = self.product.options.prefetch_related("values")
        others = sorted({market.currency for market in markets()} - {self.currency})
        self._fill("choices", {option.code: _choice(option) for option in options})
        self._fill("own_prices", {code: _price(code) for code in others})
        self._fill("stock", {str(place.pk): _pieces(place.name) for place in merchant.warehouses.all()})

    def clean_hs_version(self) -> str:
        """The present version where none was said."""
        return self.cleaned_data["hs_version"] or _HS_VERSIONS[0]

    def clean(self) -> dict[str, Any]:
        """What the service would refuse, said beside its field."""
        data = super().clean() or {}
        if not self.errors:
            try:
                tried(partial(save_variant, self.sheet()))
            except Refusal as refusal:
                self.add_error(_place_of(refusal), str(refusal))
        return data

    def sheet(self) -> VariantSheet:
        """What was typed, as the service takes it."""
        data = self.cleaned_data
        return VariantSheet(
            variant_id=self.instance.pk,
            product_id=self.product.pk,
            sku=data["sku"],
            choices=data["choices"],
            hs_code=data["hs_code"],
            hs_version=data["hs_version"],
            origin=data["origin"],
            weight_grams=data["weight_grams"],
            dimensions_mm=(data["length_mm"], data["width_mm"], data["height_mm"]),
            battery=data["battery"],
            customs_description=data["customs_description"],
            merchant_product_id=data["merchant_product_id"],
            manufacturer_product_id=data["manufacturer_product_id"],
            price=Money(data["price_amount"], self.currency),
            own_prices=tuple(Money(amount, code) for code, amount in data["own_prices"].items()),
            stock={int(place): pieces for place, pieces in data["stock"].items()},
        )

    def _fill(self, name: str, parts: Mapping[str, forms.Field]) -> None:
        known = self.fields[name]
        self.fields[name] = GroupField(parts, label=known.label, help_text=known.help_text)


def _place_of(refusal: Refusal) -> str | None:
    if isinstance(refusal, BadCustomsFact):
        return _FACT_FIELDS[refusal.fact]
    if isinstance(refusal, CustomsFactsMissing):
        return _FACT_FIELDS[next(iter(refusal.missing.values()))[0]]
    return _FIELD_OF.get(type(refusal))


def _choice(option: Option) -> forms.Field:
    values = [(value.code, worded(value.names, reader()) or value.code) for value in option.values.all()]
    return forms.ChoiceField(
        label=worded(option.names, reader()) or option.code,
        choices=[("", "—"), *values],
        widget=UnfoldAdminSelectWidget(),
    )


def _price(code: str) -> forms.Field:
    return forms.DecimalField(
        label=f"{code} · {currency_name(code, reader())}",
        required=False,
        max_digits=20,
        decimal_places=4,
        validators=[partial(_refuse_odd, code)],
        widget=UnfoldAdminDecimalFieldWidget(),
    )


def _refuse_odd(code: str, amount: Any) -> None:
    try:
        refuse_odd_price(Money(amount, code))
    except BadAmount as refusal:
        raise forms.ValidationError(str(refusal)) from None


def _pieces(warehouse: str) -> forms.Field:
    return forms.IntegerField(
        label=warehouse, required=False, min_value=0, widget=UnfoldAdminIntegerFieldWidget()
    )
