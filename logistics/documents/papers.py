"""What stands on a parcel's label and customs form, as plain data for the templates."""

from datetime import datetime
from typing import Any

from barcode.codex import Code128
from moneyed import Money

from localization.addresses import Address, address_lines
from localization.formats import country_name
from localization.measures import kilograms
from localization.money import quantum, total
from logistics.documents.typesetting import typeset
from logistics.values import ParcelLine, ShipmentRequest


def label_pdf(request: ShipmentRequest, number: str, *, at: datetime) -> bytes:
    """The outside label: who to whom, the number as Code 128. No value, tax number or registration stands on it."""
    data = {
        "number": _spaced(number),
        "bars": Code128(number).build()[0],
        "service": request.service_code.replace("-", " ").upper(),
        "incoterm": request.incoterm,
        "sender": _lines(request.sender),
        "recipient": _lines(request.recipient),
        "phone": request.recipient.phone,
        "weight": _weight(request.weight_grams),
        "reference": request.reference,
        "country": request.recipient.country,
    }
    return typeset("label", data, at=at)


def customs_form_pdf(request: ShipmentRequest, number: str, form: str, *, at: datetime) -> bytes:
    """The form CN22 or CN23 of the Universal Postal Union for a sale of goods."""
    currency = request.lines[0].value.currency.code
    data = {
        "number": _spaced(number),
        "bars": Code128(number).build()[0],
        "sender": _lines(request.sender),
        "sender_phone": request.sender.phone,
        "recipient": _lines(request.recipient),
        "recipient_phone": request.recipient.phone,
        "recipient_email": request.recipient.email,
        "importer_reference": request.tax_id,
        "lines": [_line(line) for line in request.lines],
        "total_weight": _weight(request.weight_grams),
        "total_value": _amount(total((line.value for line in request.lines), currency)),
        "postage": _amount(request.freight),
        "incoterm": request.incoterm,
        "invoice": request.reference,
        "date": at.date().isoformat(),
        "signed": request.sender.company or request.sender.name,
    }
    return typeset(form, data, at=at)


def _line(line: ParcelLine) -> dict[str, Any]:
    return {
        "description": line.description,
        "quantity": str(line.quantity),
        "weight": _weight(line.weight_grams),
        "value": _amount(line.value),
        "hs_code": line.hs_code,
        "origin": f"{country_name(line.origin, 'en')} ({line.origin})",
    }


def _lines(address: Address) -> list[str]:
    return list(address_lines(address, latin=True))


def _amount(money: Money) -> str:
    code = money.currency.code
    return f"{money.amount.quantize(quantum(code))} {code}"


def _weight(grams: int) -> str:
    return f"{kilograms(grams):.3f} kg"


def _spaced(number: str) -> str:
    """An S10 number as posts print it: RB 12 345 678 5 GB."""
    return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:11]} {number[11:]}"
