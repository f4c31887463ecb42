"""What stands on the commercial invoice that customs gets with a parcel, as plain data for the template."""

from datetime import datetime
from typing import Any

from moneyed import Money

from localization.addresses import Address, address_lines
from localization.formats import country_name
from localization.measures import kilograms
from localization.money import quantum, total, zero
from logistics.documents.typesetting import typeset
from logistics.values import ParcelLine, ShipmentRequest

# Who bears what under the two rules of Incoterms 2020 that suit a consumer.
_TERMS = {
    "DDP": "Delivered duty paid: the seller bears carriage, duty and tax",
    "DAP": "Delivered at place: the buyer bears duty and tax",
}


def invoice_pdf(
    request: ShipmentRequest, number: str, *, at: datetime, discount: Money | None = None
) -> bytes:
    """The commercial invoice; freight, insurance and discount (on the goods as a whole) stand apart from the goods.

    It is for customs alone, since the seller's tax registration stands on it; nothing of it goes on the outside.
    """
    return typeset("invoice", invoice_data(request, number, at=at, discount=discount), at=at)


def invoice_data(
    request: ShipmentRequest, number: str, *, at: datetime, discount: Money | None = None
) -> dict[str, Any]:
    """The words and figures of the invoice. Freight in another currency than the goods is stated, not added."""
    currency = request.lines[0].value.currency.code
    goods = total((line.value for line in request.lines), currency)
    less = discount or zero(currency)
    apart = [request.freight, request.insurance]
    added = [money for money in apart if money.currency.code == currency]
    return {
        "number": request.reference,
        "date": at.date().isoformat(),
        "parcel": number,
        "service": request.service_code,
        "seller": _lines(request.sender),
        "seller_contact": _contact(request.sender),
        "registration": request.registration_number,
        "buyer": _lines(request.recipient),
        "buyer_contact": _contact(request.recipient),
        "buyer_tax_id": request.tax_id,
        "incoterm": f"{request.incoterm} {_place(request.recipient)} (Incoterms 2020)",
        "terms": _TERMS[request.incoterm],
        "export_country": _country(request.sender.country),
        "destination": _country(request.recipient.country),
        "lines": [_line(line) for line in request.lines],
        "goods": _amount(goods),
        "discount": _amount(-less if less.amount else less),
        "freight": _amount(request.freight),
        "insurance": _amount(request.insurance),
        "total": _amount(total([goods, -less, *added], currency)),
        "currency": currency,
        "weight": f"{kilograms(request.weight_grams):.3f} kg",
        "pieces": str(sum(line.quantity for line in request.lines)),
        "signed": request.sender.company or request.sender.name,
    }


def _line(line: ParcelLine) -> dict[str, Any]:
    unit = Money(line.value.amount / line.quantity, line.value.currency)
    return {
        "description": line.description,
        "sku": line.sku,
        "merchant_product_id": line.merchant_product_id,
        "manufacturer_product_id": line.manufacturer_product_id,
        "hs_code": line.hs_code,
        "origin": _country(line.origin),
        "quantity": str(line.quantity),
        "weight": f"{kilograms(line.weight_grams):.3f} kg",
        "unit_price": _amount(unit),
        "amount": _amount(line.value),
    }


def _lines(address: Address) -> list[str]:
    return list(address_lines(address, latin=True))


def _contact(address: Address) -> str:
    return " · ".join(part for part in (address.phone, address.email) if part)


def _place(address: Address) -> str:
    return address.city or _country(address.country)


def _country(code: str) -> str:
    return f"{country_name(code, 'en')} ({code})"


def _amount(money: Money) -> str:
    code = money.currency.code
    return f"{money.amount.quantize(quantum(code))} {code}"
