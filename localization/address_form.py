"""The fields to ask an address with, in the order of its country and the words of its reader."""

from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.address_rules import AddressRules, address_rules
from localization.places import UnknownCountry, country_codes

Text = str | Promise

_NAMES = {"N": "name", "O": "company", "A": "street", "C": "city", "S": "region", "Z": "postcode"}
_LETTERS = {name: letter for letter, name in _NAMES.items()}
_AUTOCOMPLETE = {
    "name": "name",
    "company": "organization",
    "street": "address-line1",
    "street2": "address-line2",
    "city": "address-level2",
    "region": "address-level1",
    "postcode": "postal-code",
    "phone": "tel",
}
_LABELS: dict[str, Text] = {
    "name": _("Full name"),
    "company": _("Company"),
    "street": _("Street and number"),
    "street2": _("Apartment, floor, building"),
    "city": _("City"),
    "region": _("Region"),
    "postcode": _("Postcode"),
    "phone": _("Phone"),
}
_REGION_LABELS: dict[str, Text] = {
    "area": _("Area"),
    "county": _("County"),
    "department": _("Department"),
    "district": _("District"),
    "do_si": _("Province or city"),
    "emirate": _("Emirate"),
    "island": _("Island"),
    "oblast": _("Oblast"),
    "parish": _("Parish"),
    "prefecture": _("Prefecture"),
    "province": _("Province"),
    "state": _("State"),
}
_CITY_LABELS: dict[str, Text] = {
    "city": _("City"),
    "district": _("District"),
    "post_town": _("Town or city"),
    "suburb": _("Suburb"),
}
_POSTCODE_LABELS: dict[str, Text] = {
    "eircode": _("Eircode"),
    "pin": _("PIN code"),
    "postal": _("Postcode"),
    "zip": _("ZIP code"),
}


@dataclass(frozen=True, kw_only=True)
class AddressField:
    """One field: `name` is the attribute of Address; `choices` are (value to store, label), empty for free text."""

    name: str
    label: Text
    required: bool
    choices: tuple[tuple[str, str], ...] = ()
    autocomplete: str = ""
    input_mode: str = "text"


@dataclass(frozen=True, kw_only=True)
class AddressForm:
    """The fields of one country in reading order; the country itself and the e-mail are asked elsewhere."""

    country: str
    fields: tuple[AddressField, ...]


@lru_cache(maxsize=1024)
def address_form(country: str, language: str) -> AddressForm:
    """The form of a country for a reader of `language` (URL code): order and region names follow the reader's script.

    Labels are lazily translated. Raises UnknownCountry.
    """
    if country not in country_codes():
        raise UnknownCountry(country=country)
    rules = address_rules(country)
    own_script = language == rules.script_language
    layout = rules.layout if own_script else rules.latin_layout
    fields = [field for name in _ordered(layout) for field in _fields(name, rules, own_script=own_script)]
    return AddressForm(country=country, fields=(*fields, _field("phone", required=False)))


def _ordered(layout: str) -> list[str]:
    found = [layout[index + 1] for index, letter in enumerate(layout[:-1]) if letter == "%"]
    return [_NAMES[letter] for letter in found if letter in _NAMES]


def _fields(name: str, rules: AddressRules, *, own_script: bool) -> tuple[AddressField, ...]:
    field = _field(name, required=name == "name" or _LETTERS[name] in rules.required)
    if name == "street":
        return (field, _field("street2", required=False))
    if name == "region":
        label = _REGION_LABELS.get(rules.region_kind, field.label)
        return (replace(field, label=label, choices=_region_choices(rules, own_script=own_script)),)
    if name == "city":
        return (replace(field, label=_CITY_LABELS.get(rules.city_kind, field.label)),)
    if name == "postcode":
        label = _POSTCODE_LABELS.get(rules.postcode_kind, field.label)
        return (replace(field, label=label, input_mode=_postcode_keys(rules)),)
    return (field,)


def _region_choices(rules: AddressRules, *, own_script: bool) -> tuple[tuple[str, str], ...]:
    """In the country's own order for its own readers, by the alphabet for the others."""
    if own_script:
        return tuple((region.key, region.name) for region in rules.regions)
    return tuple(sorted(((region.key, region.latin) for region in rules.regions), key=itemgetter(1)))


def _postcode_keys(rules: AddressRules) -> str:
    examples = "".join(rules.postcode_examples)
    return "numeric" if examples.isdigit() else "text"


def _field(name: str, *, required: bool) -> AddressField:
    return AddressField(
        name=name,
        label=_LABELS[name],
        required=required,
        autocomplete=_AUTOCOMPLETE[name],
        input_mode="tel" if name == "phone" else "text",
    )
