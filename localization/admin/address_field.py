"""A postal address in the back office: the fields of its country, in its order, checked by its rules."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from localization.addresses import Address, AddressField, BadAddress, address_form, check_address
from localization.admin.group_field import GroupField
from localization.formats import country_name
from localization.languages import BY_DJANGO_CODE, DEFAULT
from localization.places import country_codes


def reader() -> str:
    """The URL code of the language the back office is read in."""
    return BY_DJANGO_CODE.get(get_language() or "", DEFAULT).code


@lru_cache(maxsize=8)
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    named = ((code, country_name(code, language)) for code in country_codes())
    return (("", "—"), *sorted(named, key=lambda pair: pair[1]))


def country_choices() -> tuple[tuple[str, str], ...]:
    """Every country by its name in the reader's language, after an empty choice."""
    return _countries(reader())


def country_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.ChoiceField:
    """A country chosen by its name; the value is its ISO 3166-1 alpha-2 code."""
    return forms.ChoiceField(
        label=label,
        choices=country_choices,
        required=required,
        help_text=help_text,
        widget=UnfoldAdminSelectWidget(),
    )


class PostalAddressField(GroupField):
    """The address of one country; the value is the checked address by field name, as `Address.to_json`."""

    def __init__(self, country: str, *, label: Any) -> None:
        """The fields of `country`, worded for the present reader. Raises UnknownCountry."""
        self.country = country
        asked = address_form(country, reader()).fields
        super().__init__({field.name: _part(field) for field in asked}, label=label)

    def clean(self, value: object) -> dict[str, str]:
        """The address as its country writes it. Raises ValidationError naming every field that is wrong."""
        typed = super().clean(value)
        try:
            return check_address(Address.from_json({**typed, "country": self.country})).to_json()
        except BadAddress as bad:
            self.widget.wrong = frozenset(bad.errors)
            raise ValidationError(self._sentences(bad.errors)) from None

    def _sentences(self, errors: Mapping[str, str]) -> list[str]:
        return [
            f"{self.parts[name].label}: {text}" if name in self.parts else text
            for name, text in errors.items()
        ]


def _part(asked: AddressField) -> forms.Field:
    """Whether it must be filled is the address check's to say, so that all problems come at once."""
    label: Any = asked.label
    if asked.choices:
        choices = (("", "—"), *asked.choices)
        return forms.ChoiceField(
            label=label, required=False, choices=choices, widget=UnfoldAdminSelectWidget()
        )
    widget = UnfoldAdminTextInputWidget(attrs={"dir": "auto", "inputmode": asked.input_mode})
    return forms.CharField(label=label, required=False, max_length=254, widget=widget)
