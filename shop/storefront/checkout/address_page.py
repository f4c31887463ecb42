"""The address step: the country's own fields with what was typed and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from localization.addresses import Address, AddressField, BadAddress, address_form, check_address
from localization.formats import country_name
from shop.storefront.visit import Visit

_HALF = frozenset({"postcode", "city"})
_FIELDS = ("name", "company", "street", "street2", "city", "region", "postcode", "phone", "email")
_HINTS: Mapping[str, str | Promise] = {
    "phone": gettext_lazy("For the carrier only, if something is unclear at the door."),
    "email": gettext_lazy("For the confirmation and the tracking link."),
}


@dataclass(frozen=True, kw_only=True)
class FieldView:
    """One field: what to ask, what was typed, and what is wrong ("" when nothing)."""

    asked: AddressField
    value: str
    error: str
    hint: str
    half: bool

    @property
    def described_by(self) -> str:
        """Ids of the texts that explain the field, for aria-describedby."""
        name = self.asked.name
        ids = [f"{name}-error"] * bool(self.error) + [f"{name}-hint"] * bool(self.hint)
        return " ".join(ids)


@dataclass(frozen=True, kw_only=True)
class AddressPage:
    """The form of one country. `countries` are (code, name) of the market; `problem` a sentence about the whole."""

    country: str
    countries: tuple[tuple[str, str], ...]
    fields: tuple[FieldView, ...]

    @property
    def errors(self) -> tuple[FieldView, ...]:
        """The fields that need another look, in reading order."""
        return tuple(field for field in self.fields if field.error)


def typed_address(posted: Mapping[str, str], visit: Visit) -> Address:
    """What a form sent, as an unchecked address in a country of this market (its home country where it named another)."""
    country = posted.get("country", "")
    known = country if country in visit.market.countries else visit.country
    return Address.from_json({**{name: posted.get(name, "") for name in _FIELDS}, "country": known})


def blank_address(visit: Visit, email: str = "") -> Address:
    """Nothing typed yet, in the market's home country."""
    return Address(name="", street="", city="", country=visit.country, email=email)


def checked_address(address: Address) -> Address:
    """The address made regular, with an e-mail address. Raises BadAddress with every problem at once."""
    missing = {} if address.email.strip() else {"email": _("This field is required.")}
    try:
        checked = check_address(address)
    except BadAddress as bad:
        raise BadAddress(errors={**missing, **bad.errors}) from None
    if missing:
        raise BadAddress(errors=missing)
    return checked


def address_page(address: Address, visit: Visit, errors: Mapping[str, str] | None = None) -> AddressPage:
    """The form of the address's country, filled with the address. An error of a field the form lacks stands at the name."""
    wrong = dict(errors or {})
    asked = (*address_form(address.country, visit.language).fields, _email_field())
    names = {field.name for field in asked}
    stray = next((text for name, text in wrong.items() if name not in names), "")
    if stray:
        wrong.setdefault("name", stray)
    return AddressPage(
        country=address.country,
        countries=tuple((code, country_name(code, visit.language)) for code in visit.market.countries),
        fields=tuple(_field_view(field, address, wrong) for field in asked),
    )


def _field_view(field: AddressField, address: Address, wrong: Mapping[str, str]) -> FieldView:
    return FieldView(
        asked=field,
        value=getattr(address, field.name),
        error=wrong.get(field.name, ""),
        hint=str(_HINTS.get(field.name, "")),
        half=field.name in _HALF,
    )


def _email_field() -> AddressField:
    return AddressField(
        name="email",
        label=gettext_lazy("E-mail"),
        required=True,
        autocomplete="email",
        input_mode="email",
    )
