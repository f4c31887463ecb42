"""The values logistics takes in and gives out: freight options, shipment requests, facts and timeline entries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from django.utils.functional import Promise
from moneyed import Money

from localization.addresses import Address
from localization.places import Territory
from localization.rates import FxTable
from logistics.landed_cost.charges import Charge

Mode = Literal["post", "courier"]
Incoterm = Literal["DDP", "DAP"]
DocumentKind = Literal["label", "cn22", "cn23", "invoice"]


@dataclass(frozen=True, kw_only=True)
class FreightQuery:
    """What is asked of the rate cards: one parcel from a country to a territory, priced in `currency`."""

    ship_from: str
    destination: Territory
    weight_grams: int
    currency: str
    fx: FxTable
    battery: bool = False


@dataclass(frozen=True, kw_only=True)
class FreightOption:
    """One service that takes the parcel: `carrier` is the key of the CARRIERS setting, `price` in the asked currency."""

    code: str
    name: str
    carrier: str
    mode: Mode
    incoterm: Incoterm
    price: Money
    days_min: int
    days_max: int


@dataclass(frozen=True, kw_only=True)
class ParcelLine:
    """One kind of goods in a parcel; weight and value are totals of the line, value without tax."""

    sku: str
    description: str
    hs_code: str
    origin: str
    quantity: int
    weight_grams: int
    value: Money
    merchant_product_id: str = ""
    manufacturer_product_id: str = ""


@dataclass(frozen=True, kw_only=True)
class ShipmentRequest:
    """A parcel to be sent, frozen: `reference` (order number and parcel number) names it once and for all."""

    reference: str
    carrier: str
    service_code: str
    sender: Address
    recipient: Address
    lines: tuple[ParcelLine, ...]
    freight: Money
    insurance: Money
    incoterm: Incoterm = "DDP"
    charges: Sequence[Charge] = ()
    registration_number: str = field(default="", repr=False)
    tax_id: str = field(default="", repr=False)
    carrier_options: dict[str, list[str]] = field(default_factory=dict)

    @property
    def weight_grams(self) -> int:
        """The net weight of the goods."""
        return sum(line.weight_grams for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class RegistrationSheet:
    """A tax registration as somebody states it; `holder` is "" for the shop or a merchant's code, `valid_to` the last day."""

    code: str
    number: str = field(repr=False)
    valid_from: date
    valid_to: date | None = None
    holder: str = ""
    authority: str = ""


@dataclass(frozen=True, kw_only=True)
class ShipmentFacts:
    """What the apps above may know of a shipment. `number` is empty until the carrier gave one.

    `customs_form` and `customs_state` (a DeclarationState) are empty where no customs border is crossed.
    """

    id: int
    reference: str
    state: str
    number: str
    carrier: str
    service_code: str
    booked_at: datetime | None
    handed_over_at: datetime | None
    delivered_at: datetime | None
    label_ready: bool
    customs_form: str
    customs_state: str
    problem: str


@dataclass(frozen=True, kw_only=True)
class CustomsAnswer:
    """A document for customs with a note; what kind of file it is, its content tells."""

    note: str
    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One shown scan; `at` carries the UTC offset of the place, so that a page can show the local time."""

    status: str
    code: str
    at: datetime
    place: str
    country: str
    description: str | Promise
