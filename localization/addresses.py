"""Addresses of any country: the form to ask with, the check of what was typed, the lines for a label."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.address_check import CheckedParts, Problems, check_parts
from localization.address_form import AddressField, AddressForm, address_form
from localization.address_rules import address_rules
from localization.formats import country_name
from localization.refusals import Refusal

__all__ = [
    "Address",
    "AddressField",
    "AddressForm",
    "BadAddress",
    "address_form",
    "address_lines",
    "check_address",
]

_OF_LETTER = {"N": "name", "O": "company", "A": "street", "C": "city", "S": "region", "Z": "postcode"}


@dataclass(eq=False)
class BadAddress(Refusal):
    """What was typed is no address of that country; `errors` has a translated sentence per field name."""

    code: ClassVar[str] = "bad_address"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("Please check the address.")

    errors: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Address:
    """A postal address. `country` is ISO 3166-1 alpha-2; `region` the key of `address_form`'s choices, or "".

    Text stays as the addressee writes it, in any script; `phone` is E.164 once checked.
    """

    name: str
    street: str
    city: str
    country: str
    postcode: str = ""
    region: str = ""
    street2: str = ""
    company: str = ""
    phone: str = ""
    email: str = ""

    def to_json(self) -> dict[str, str]:
        """All fields by name."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Address":
        """The address of stored or posted fields: a missing one is empty, an unknown one is ignored."""
        return cls(**{field.name: str(data.get(field.name) or "") for field in dataclasses.fields(cls)})


def check_address(address: Address) -> Address:
    """The address normalised: spaces and digits folded, postcode as its country writes it, phone E.164.

    Fields that the country's form does not have come back empty. Raises BadAddress with every problem at once.
    """
    problems: Problems = {}
    checked: CheckedParts = check_parts(address.to_json(), problems)
    if problems:
        raise BadAddress(errors={name: str(message) for name, message in problems.items()})
    return Address(**checked)


def address_lines(address: Address, *, latin: bool = False) -> tuple[str, ...]:
    """The address as its country writes it, top to bottom, the country last.

    `latin` gives the layout and region names for readers of Latin script (labels, customs); text the buyer wrote in
    another script is not transliterated.
    """
    rules = address_rules(address.country)
    layout = rules.latin_layout if latin else rules.layout
    values = {letter: getattr(address, name) for letter, name in _OF_LETTER.items()}
    region = rules.region(address.region)
    if region is not None:
        values["S"] = region.written(latin=latin)
    values["A"] = "%n".join(part for part in (address.street, address.street2) if part)
    lines = (_line(template, values) for template in layout.split("%n"))
    written = [part for line in lines for part in line.split("%n") if part]
    return (*written, _country_line(address.country, rules.script_language, latin=latin))


def _line(template: str, values: Mapping[str, str]) -> str:
    """One line of a layout with its parts filled in; fixed text such as 〒 stays only beside a part."""
    letters = re.findall(r"%([A-Z])", template)
    if not any(values.get(letter) for letter in letters):
        return ""
    filled = re.sub(r"%([A-Z])", lambda found: values.get(found.group(1), ""), template.replace("%%", "%"))
    return re.sub(r"\s{2,}", " ", filled).strip(" ,-")


def _country_line(country: str, script_language: str, *, latin: bool) -> str:
    return country_name(country, "en").upper() if latin else country_name(country, script_language)
