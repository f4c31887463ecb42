"""A quote as it is frozen: per parcel its lines, freight, charges and totals, with every input that made them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from localization.addresses import Address
from localization.money import total, zero
from logistics.landed_cost import LandedCost
from logistics.values import Incoterm, Mode


@dataclass(frozen=True, kw_only=True)
class Totals:
    """What a parcel or an order costs, in one currency; the parts add up to the whole, to the minor unit."""

    goods: Money
    freight: Money
    duty: Money
    tax: Money
    fees: Money

    @property
    def total(self) -> Money:
        """Everything, at the door."""
        return self.goods + self.freight + self.duty + self.tax + self.fees

    @classmethod
    def none(cls, currency: str) -> "Totals":
        """Nothing yet, in a currency."""
        nothing = zero(currency)
        return cls(goods=nothing, freight=nothing, duty=nothing, tax=nothing, fees=nothing)

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(
            goods=self.goods + other.goods,
            freight=self.freight + other.freight,
            duty=self.duty + other.duty,
            tax=self.tax + other.tax,
            fees=self.fees + other.fees,
        )


@dataclass(frozen=True, kw_only=True)
class QuotedLine:
    """One cart line at its frozen price, with the customs facts it was priced by. Weight is grams per unit."""

    variant_id: int
    sku: str
    handle: str
    title: str
    option_label: str
    picture: str
    tint: str
    quantity: int
    unit_price: Money
    amount: Money
    hs_code: str
    origin: str
    weight_grams: int
    customs_description: str
    category: str
    merchant_product_id: str
    manufacturer_product_id: str


@dataclass(frozen=True, kw_only=True)
class DeliveryChoice:
    """A freight service that could carry a parcel, with its price in the market's currency."""

    code: str
    name: str
    carrier: str
    mode: Mode
    incoterm: Incoterm
    price: Money
    days_min: int
    days_max: int


@dataclass(frozen=True, kw_only=True)
class QuotedParcel:
    """What leaves one warehouse together: one consignment at customs."""

    merchant_id: int
    merchant_code: str
    merchant_name: str
    warehouse_code: str
    origin_city: str
    ship_from: str
    lines: tuple[QuotedLine, ...]
    delivery: DeliveryChoice
    choices: tuple[DeliveryChoice, ...]
    landed: LandedCost

    @property
    def totals(self) -> Totals:
        """The parcel's sums."""
        return Totals(
            goods=total((line.amount for line in self.lines), self.delivery.price.currency.code),
            freight=self.delivery.price,
            duty=self.landed.duty,
            tax=self.landed.tax,
            fees=self.landed.fees,
        )

    @property
    def weight_grams(self) -> int:
        """What the goods weigh together."""
        return sum(line.weight_grams * line.quantity for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class UsedRate:
    """An exchange rate that went into the price: units of `target` for one `source`, of a day, said by a provider."""

    source: str
    target: str
    rate: Decimal
    day: date
    provider: str


@dataclass(frozen=True, kw_only=True)
class QuoteBody:
    """All that a quote froze."""

    market: str
    language: str
    currency: str
    country: str
    territory: str
    address: Address | None
    on: date
    registrations: tuple[str, ...]
    rates: tuple[UsedRate, ...]
    parcels: tuple[QuotedParcel, ...]

    @property
    def totals(self) -> Totals:
        """The sums of all parcels."""
        return sum((parcel.totals for parcel in self.parcels), Totals.none(self.currency))

    @property
    def pack_versions(self) -> tuple[str, ...]:
        """The versions of the tariff packs behind the charges."""
        return tuple(sorted({parcel.landed.pack_version for parcel in self.parcels}))
