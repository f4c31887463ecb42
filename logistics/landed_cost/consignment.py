"""What goes into the landed-cost engine: lines of goods in one consignment."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from moneyed import Money

from localization.places import Territory

Mode = Literal["post", "courier"]
Incoterm = Literal["DDP", "DAP"]


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomsLine:
    """One line of goods; `value` is the whole line without tax or freight, `weight_grams` the whole line (0 = unknown)."""

    line_id: str
    hs_code: str
    origin: str
    value: Money
    quantity: int
    weight_grams: int
    description: str = ""
    category: str = ""
    personal: bool = True

    def __post_init__(self) -> None:
        if self.value.amount < 0 or self.quantity < 1 or self.weight_grams < 0:
            raise ValueError(f"line {self.line_id}: value, quantity and weight are never negative")


@dataclass(frozen=True, kw_only=True, slots=True)
class Consignment:
    """One parcel to one buyer. Amounts may be in any currency; the answer is in `currency`.

    `registrations` are the seller's schemes ({"IOSS", "UK-VAT", "AU-GST", "CN-CBEC"}); `on` is the day whose rules apply;
    `buyer_year_to_date` is what the buyer already bought this calendar year where a country limits it.
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

    def __post_init__(self) -> None:
        if not self.lines or len({line.line_id for line in self.lines}) != len(self.lines):
            raise ValueError("a consignment has lines, each with its own line_id")
        if self.freight.amount < 0 or self.insurance.amount < 0:
            raise ValueError("freight and insurance are never negative")
