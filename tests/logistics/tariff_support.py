"""Short ways to say packs, consignments and exchange rates in the tests of landed cost."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from moneyed import Money

from localization.money import zero
from localization.places import territory_of
from localization.rates import FxTable, Quotation
from logistics.landed_cost import Consignment, CustomsLine, LandedCost, TariffBook, landed_cost
from logistics.landed_cost.packs import CheckedPack, assemble, check_pack
from logistics.services.load_tariff import TARIFFS

DAY = date(2026, 11, 22)
FX = FxTable(
    rows={
        code: Quotation(rate=Decimal(rate), day=date(2026, 11, 20), provider="test")
        for code, rate in {
            "USD": "1.10",
            "GBP": "0.85",
            "JPY": "160",
            "AUD": "1.65",
            "AED": "4.04",
            "CNY": "7.90",
            "CHF": "0.95",
            "NOK": "11.50",
            "ISK": "145",
            "INR": "99",
            "SAR": "4.125",
            "BRL": "5.764",
            "MXN": "22",
            "CLP": "1045",
            "TRY": "46.2",
            "ZAR": "19.8",
            "RON": "5.00",
            "CAD": "1.54",
            "NZD": "1.87",
            "KRW": "1540",
            "SGD": "1.43",
            "MYR": "4.62",
            "THB": "36.3",
            "IDR": "17600",
            "VND": "28600",
            "PHP": "64.9",
            "TWD": "35.2",
            "HKD": "8.58",
        }.items()
    },
    day=DAY,
)


def book_of(*texts: str) -> TariffBook:
    """The book of some packs written as YAML."""
    packs = [CheckedPack(check_pack([("test.yaml", text)]), _digest(text)) for text in texts]
    return assemble({pack.code: pack for pack in packs})


@cache
def shop_packs() -> Mapping[str, CheckedPack]:
    """The packs the shop ships."""
    return {folder.name: _shop_pack(folder) for folder in sorted(TARIFFS.iterdir()) if folder.is_dir()}


@cache
def shop_book() -> TariffBook:
    """The book of the packs the shop ships."""
    return assemble(shop_packs())


def _shop_pack(folder: Path) -> CheckedPack:
    files = [(f"{folder.name}/{file.name}", file.read_text()) for file in sorted(folder.glob("*.yaml"))]
    return CheckedPack(check_pack(files), _digest(repr(files)))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def line(value: str, currency: str, **facts: Any) -> CustomsLine:
    """A line of Chinese goods of 500 g."""
    known = {"line_id": "1", "hs_code": "621410", "origin": "CN", "quantity": 1, "weight_grams": 500, **facts}
    return CustomsLine(value=Money(value, currency), **known)


def parcel(to: str, currency: str, *lines: CustomsLine, **facts: Any) -> Consignment:
    """A parcel from China without freight, by courier, on DAY, unless told otherwise."""
    known = {
        "ship_from": "CN",
        "freight": "0",
        "insurance": "0",
        "registrations": (),
        "postcode": "",
        "on": DAY,
    }
    known.update(facts)
    named = {
        key: known.pop(key) for key in ("ship_from", "freight", "insurance", "registrations", "postcode")
    }
    return Consignment(
        destination=territory_of(to, named["postcode"]),
        ship_from=territory_of(named["ship_from"]),
        lines=lines,
        freight=Money(named["freight"], currency),
        insurance=Money(named["insurance"], currency),
        currency=currency,
        registrations=frozenset(named["registrations"]),
        **known,
    )


def quoted(consignment: Consignment, book: TariffBook | None = None) -> LandedCost:
    """The landed cost by the shop's packs or a book of the test's own."""
    return landed_cost(consignment, tariffs=book or shop_book(), fx=FX)


def amounts(landed: LandedCost) -> list[tuple[str, str]]:
    """Each charge as (rule, amount)."""
    return [(charge.rule, str(charge.amount.amount)) for charge in landed.charges]


def nothing(currency: str) -> Money:
    """No money."""
    return zero(currency)
