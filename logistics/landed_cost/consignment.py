"""What goes into the landed-cost engine: lines of goods in one consignment."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from moneyed import Money

from localization.places import Territory

Mode = Literal["post", "courier"]
Incoterm = Literal["DDP", "DAP"]
HS_VERSION = "HS2022"
"""The edition of the Harmonized System in force (from 2022-01-01; HS2028 follows on 2028-01-01)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomsLine:
    """One line of goods; `value` is the whole line without tax or freight, `weight_grams` the whole line (0 = unknown).

    `volume_ml` (whole line, 0 = unknown) and `alcohol_percent` by volume are what excise is measured on; `proof_of_origin`
    says that the seller holds a proof of preferential origin.
    """

    line_id: str
    hs_code: str
    origin: str
    value: Money
    quantity: int
    weight_grams: int
    description: str = ""
    category: str = ""
    personal: bool = True
    hs_version: str = HS_VERSION
    volume_ml: int = 0
    alcohol_percent: Decimal | None = None
    proof_of_origin: bool = False

    def __post_init__(self) -> None:
        if self.value.amount < 0 or self.quantity < 1 or self.weight_grams < 0 or self.volume_ml < 0:
            raise ValueError(f"line {self.line_id}: value, quantity, weight and volume are never negative")


@dataclass(frozen=True, kw_only=True, slots=True)
class Consignment:
    """One parcel to one buyer. Amounts may be in any currency; the answer is in `currency`.

    `registrations` are the seller's schemes ({"IOSS", "UK-VAT", "AU-GST", "CN-CBEC"}); `on` is the day whose rules apply;
    `region` is the subdivision of the destination (ISO 3166-2 without the country, like "ON"), empty when unknown.
    What the buyer did before, None where it is not known: `buyer_year_to_date` is what was bought this calendar year,
    `buyer_day` what arrives in other parcels of the same day, `buyer_parcels` how many parcels were relieved in the period
    that the destination counts. `clearance_fee` is what the carrier asks for bringing the parcel through customs.
    """

    destination: Territory
    ship_from: Territory
    lines: tuple[CustomsLine, ...]
    freight: Money
    insurance: Money
    currency: str
    on: date
    service_mode: Mode = "courier"
    registrations: frozenset[str] = frozenset()
    incoterm: Incoterm = "DDP"
    buyer_year_to_date: Money | None = None
    region: str = ""
    buyer_day: Money | None = None
    buyer_parcels: int | None = None
    clearance_fee: Money | None = None

    def __post_init__(self) -> None:
        if not self.lines or len({line.line_id for line in self.lines}) != len(self.lines):
            raise ValueError("a consignment has lines, each with its own line_id")
        fee = self.clearance_fee
        if self.freight.amount < 0 or self.insurance.amount < 0 or (fee is not None and fee.amount < 0):
            raise ValueError("freight, insurance and clearance fee are never negative")
