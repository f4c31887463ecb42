"""The electronic advance data of a postal item, as a post sends it before departure: the content of UPU message ITMATT (M33).

It says what the form CN22 or CN23 says, with the HS code and origin of each content piece. Field names are our own; an
adapter that speaks to a post writes them as EDIFACT or XML.
"""

from typing import Any

from logistics.messages.parcel import DeclaredParcel, amount, checked, hs6, party
from logistics.values import ParcelLine


def itmatt(parcel: DeclaredParcel) -> dict[str, Any]:
    """The advance data as plain JSON; weights in grams. Raises IncompleteDeclaration."""
    request = checked(parcel).request
    return {
        "item_id": parcel.number,
        "nature_of_transaction": "11",  # UPU code list 136: sale of goods
        "sender": party(request.sender),
        "addressee": party(request.recipient),
        "addressee_reference": request.tax_id,
        "sender_reference": request.registration_number,
        "postage": amount(request.freight),
        "insured_value": amount(request.insurance),
        "gross_weight_grams": request.weight_grams,
        "declared_value": amount(parcel.value),
        "invoice": request.reference,
        "delivery_terms": request.incoterm,
        "content_pieces": [_piece(number, line) for number, line in enumerate(request.lines, 1)],
    }


def _piece(number: int, line: ParcelLine) -> dict[str, Any]:
    return {
        "number": number,
        "description": line.description,
        "units": line.quantity,
        "net_weight_grams": line.weight_grams,
        "declared_value": amount(line.value),
        "hs_code": hs6(line.hs_code),
        "origin": line.origin,
    }
