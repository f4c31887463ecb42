"""The customs declaration of a parcel: which postal form it needs and what stands on it. Pure."""

from collections.abc import Sequence
from typing import Any

from moneyed import Money

from localization.money import total
from localization.places import needs_papers, territory_of
from localization.rates import FxTable, RateUnavailable
from logistics.values import ParcelLine, ShipmentRequest

# UPU Convention, Regulations article 20-001: CN22 up to 300 SDR and for small packets (2 kg), CN23 above.
# 300 SDR were about EUR 350 in April 2026 (dutiable.io, read 2026-11-22); no daily SDR rate stands in the ECB table.
_CN22_LIMIT = Money(350, "EUR")
_CN22_GRAMS = 2000


def needs_declaration(request: ShipmentRequest) -> bool:
    """True when the parcel's way crosses a customs border, or a tax border inside a customs union. Raises UnknownCountry."""
    sender, recipient = request.sender, request.recipient
    return needs_papers(
        territory_of(sender.country, sender.postcode), territory_of(recipient.country, recipient.postcode)
    )


def form_for(lines: Sequence[ParcelLine], fx: FxTable) -> str:
    """ "cn22" for a light parcel of small value, else "cn23"; without a rate the fuller form, which is always allowed."""
    try:
        worth = total((fx.rate(line.value.currency.code, "EUR").convert(line.value) for line in lines), "EUR")
    except RateUnavailable:
        return "cn23"
    light = sum(line.weight_grams for line in lines) <= _CN22_GRAMS
    return "cn22" if light and worth <= _CN22_LIMIT else "cn23"


def declaration_content(request: ShipmentRequest) -> dict[str, Any]:
    """What the form declares, as plain JSON; sender and addressee stay with the shipment."""
    goods_currency = request.lines[0].value.currency.code
    return {
        "category": "sale_of_goods",
        "lines": [_line(line) for line in request.lines],
        "total_weight_grams": request.weight_grams,
        "total_value": _money(total((line.value for line in request.lines), goods_currency)),
        "postage": _money(request.freight),
        "insurance": _money(request.insurance),
        "incoterm": request.incoterm,
        "importer_reference": request.tax_id,
        "seller_registration": request.registration_number,
        "reference": request.reference,
    }


def _line(line: ParcelLine) -> dict[str, Any]:
    return {
        "description": line.description,
        "quantity": line.quantity,
        "net_weight_grams": line.weight_grams,
        "value": _money(line.value),
        "hs_code": line.hs_code,
        "origin": line.origin,
    }


def _money(money: Money) -> dict[str, str]:
    return {"amount": str(money.amount), "currency": money.currency.code}
