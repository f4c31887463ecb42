"""What every data set is built from, and the check that nothing customs needs is missing."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.addresses import Address, address_lines
from localization.money import total
from localization.refusals import Refusal
from logistics.values import ShipmentRequest

_HS_DIGITS = 6


@dataclass(eq=False)
class IncompleteDeclaration(Refusal):
    """Customs would send this back: `field` of the goods `sku` is missing or no such thing."""

    code: ClassVar[str] = "incomplete_declaration"
    text: ClassVar[str | Promise] = _("The declaration lacks “%(field)s” of %(sku)s.")

    sku: str
    field: str


@dataclass(frozen=True, kw_only=True)
class DeclaredParcel:
    """A parcel as it is declared: the frozen request, and the number its carrier gave it."""

    request: ShipmentRequest
    number: str

    @property
    def value(self) -> Money:
        """What the goods are worth without freight, insurance and tax, in their own currency."""
        lines = self.request.lines
        return total((line.value for line in lines), lines[0].value.currency.code)


def checked(parcel: DeclaredParcel) -> DeclaredParcel:
    """The parcel itself. Raises IncompleteDeclaration, naming the first goods and field that customs would ask for."""
    for line in parcel.request.lines:
        hs_known = line.hs_code.isdigit() and len(line.hs_code) >= _HS_DIGITS
        there = {
            "hs_code": hs_known,
            "origin": bool(line.origin),
            "description": bool(line.description.strip()),
            "weight_grams": line.weight_grams > 0,
        }
        for field, present in there.items():
            if not present:
                raise IncompleteDeclaration(sku=line.sku, field=field)
    return parcel


def hs6(code: str) -> str:
    """The international part of a tariff code."""
    return code[:_HS_DIGITS]


def amount(money: Money) -> dict[str, str]:
    """An amount with its currency as plain JSON."""
    return {"amount": str(money.amount), "currency": money.currency.code}


def party(address: Address) -> dict[str, Any]:
    """Somebody with name, address and how to be reached; the address also as its country writes it in Latin script."""
    return {
        "name": address.name,
        "company": address.company,
        "street": [part for part in (address.street, address.street2) if part],
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "country": address.country,
        "phone": address.phone,
        "email": address.email,
        "lines": list(address_lines(address, latin=True)),
    }
