"""What the CEB messages are made of: companies, buyer, consignee, goods, carriage. Amounts are Money, weights grams.

Fields of a person stay out of `repr`, so that no log shows them.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID, uuid5

from moneyed import Money

from localization.money import round_money

Action = Literal["new", "change", "delete"]
Status = Literal["stored", "declared"]

_OURS = UUID("0f0a4c55-3b0d-5a5e-9c0e-6d1a7b1f6a11")
"""The namespace of our message numbers; changing it would give filed messages other numbers."""


@dataclass(frozen=True, kw_only=True)
class Company:
    """A company as customs registered it: `code` of 10 signs, or the unified social credit code of 18."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Platform:
    """Who sells where: the platform (ebp), and the merchant on it (ebc); a shop of its own is both."""

    platform: Company
    merchant: Company


@dataclass(frozen=True, kw_only=True)
class PaidBy:
    """The payment company and the number it gave the payment."""

    company: Company
    transaction: str


@dataclass(frozen=True, kw_only=True)
class Buyer:
    """Who ordered, and must be who paid. `id_number` is a resident identity card of 18 signs, `account` one at the shop."""

    name: str = field(repr=False)
    id_number: str = field(repr=False)
    telephone: str = field(default="", repr=False)
    account: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Consignee:
    """Whom the parcel goes to."""

    name: str = field(repr=False)
    telephone: str = field(repr=False)
    address: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Filing:
    """One filing of a message. `reference` is our own id: with kind and action it gives the message's number.

    `at` is aware; it is written in China Standard Time. A stored message waits for its declaration.
    """

    reference: str
    at: datetime
    action: Action = "new"
    status: Status = "declared"

    def guid(self, kind: str) -> str:
        """The 36 signs that number the message: the same filing repeated has the same number."""
        return str(uuid5(_OURS, f"{kind}:{self.reference}:{self.action}")).upper()


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """Who hands the message in, and through which mailbox of the data exchange platform (DXP)."""

    company: Company
    dxp_id: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """So much in a unit of the customs table: "007" is a piece, "035" a kilogram."""

    quantity: Decimal
    unit: str


@dataclass(frozen=True, kw_only=True)
class Goods:
    """One line of an order; `price` is of one unit without tax, `origin` ISO 3166-1."""

    item: str
    name: str
    quantity: Decimal
    unit: str
    price: Money
    origin: str
    model: str = ""
    description: str = ""
    barcode: str = ""
    note: str = ""

    @property
    def total(self) -> Money:
        """Price times quantity, rounded to the minor unit."""
        return round_money(self.price * self.quantity)


@dataclass(frozen=True, kw_only=True)
class ListedGoods(Goods):
    """One line of a list: with the tariff code of ten digits, the name customs knows it by, and its legal measures.

    `record` is the number in the bonded ledger, which 1210 and 1239 need.
    """

    hs_code: str
    customs_name: str
    legal: Measure
    second: Measure | None = None
    record: str = ""


@dataclass(frozen=True, kw_only=True)
class Carriage:
    """The carrier, its number for the parcel, what it takes, and the master bill the parcel travels under."""

    company: Company
    number: str
    freight: Money
    insurance: Money
    bill: str = ""


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """How a parcel crosses the border: customs offices (4 digits), day, means of transport and weights in grams.

    `transport` is the customs code of the means ("4" road, "5" air, "2" sea), `wrap` that of the packing.
    """

    customs_office: str
    port: str
    crosses_on: datetime
    transport: str
    gross_grams: int
    net_grams: int
    packages: int = 1
    wrap: str = "2"
    vehicle: str = ""
    voyage: str = ""
    place: str = ""
    licence: str = ""
