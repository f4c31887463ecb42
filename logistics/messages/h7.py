"""The EU's super-reduced import data set H7 for consignments of intrinsic value up to EUR 150.

Since 2026-07-01 the additional procedure code says who collects the VAT: F48 under IOSS, F49 under the special
arrangements (the carrier collects it monthly), F53 in the standard way; C07 is gone
(https://manuelsamper.es/noticias/novedades-en-aduanas-para-el-comercio-electronico-desde-el-1-de-julio-de-2026/en, read
2026-11-22). The IOSS number stands once, in data element 13 16 with role FR5 (Agencia Tributaria, manual of
consignments of low value, D.E. 13 16). Goods that H7 excludes: Council Regulation 1186/2009 article 24 and excise goods.
"""

import re
from typing import Any

from moneyed import Money

from localization.places import territory_of
from localization.rates import FxTable, RateUnavailable
from logistics.messages.parcel import DeclaredParcel, amount, checked, hs6, party
from logistics.values import ParcelLine, ShipmentRequest

LIMIT = Money(150, "EUR")
"""The highest intrinsic value an H7 may declare."""

_IOSS = re.compile(r"I[MN]\d{10}")
_EU = "EU"
# Alcohol, tobacco, perfume and toilet water.
_EXCLUDED_HEADINGS = ("2203", "2204", "2205", "2206", "2207", "2208", "24", "3303")


def takes_h7(parcel: DeclaredParcel, fx: FxTable) -> bool:
    """Whether this parcel may be declared with H7; without a rate to EUR it may not."""
    request = parcel.request
    sender, recipient = (
        territory_of(end.country, end.postcode) for end in (request.sender, request.recipient)
    )
    if recipient.customs_union != _EU or sender.customs_union == _EU:
        return False
    if any(line.hs_code.startswith(_EXCLUDED_HEADINGS) for line in request.lines):
        return False
    try:
        return bool(fx.rate(parcel.value.currency.code, "EUR").convert(parcel.value) <= LIMIT)
    except RateUnavailable:
        return False


def h7(parcel: DeclaredParcel) -> dict[str, Any]:
    """The data set as plain JSON, each name with the data element it fills; weights in grams. Raises IncompleteDeclaration."""
    request = checked(parcel).request
    ioss = request.registration_number if _IOSS.fullmatch(request.registration_number) else ""
    return {
        "data_set": "H7",
        "lrn": request.reference,
        "transport_document": parcel.number,
        "exporter": party(request.sender),
        "importer": {**party(request.recipient), "identification": request.tax_id},
        "additional_fiscal_references": [{"role": "FR5", "number": ioss}] if ioss else [],
        "additional_procedure": _procedure(request, ioss),
        "delivery_terms": request.incoterm,
        "transport_and_insurance": [amount(request.freight), amount(request.insurance)],
        "intrinsic_value": amount(parcel.value),
        "goods": [_item(number, line) for number, line in enumerate(request.lines, 1)],
    }


def _procedure(request: ShipmentRequest, ioss: str) -> str:
    """F48 with an IOSS number; F53 where duty and tax were prepaid without one; else the carrier collects: F49."""
    if ioss:
        return "F48"
    return "F53" if request.incoterm == "DDP" else "F49"


def _item(number: int, line: ParcelLine) -> dict[str, Any]:
    return {
        "number": number,
        "description": line.description,
        "hs6": hs6(line.hs_code),
        "origin": line.origin,
        "quantity": line.quantity,
        "gross_mass_grams": line.weight_grams,
        "intrinsic_value": amount(line.value),
        "merchant_product_id": line.merchant_product_id,
        "manufacturer_product_id": line.manufacturer_product_id,
    }
