"""The messages of an export: order (303), receipts (403), waybill (505) and list (603). Any currency customs has a code for."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from moneyed import Money

from logistics.customs_procedures import Procedure
from logistics.messages.ceb.checks import (
    amount,
    country_code,
    currency_code,
    must_add_up,
    number,
    same_currency,
    weight,
)
from logistics.messages.ceb.imports import seller_row
from logistics.messages.ceb.lists import carried_by, tariff_row
from logistics.messages.ceb.values import (
    Carriage,
    Company,
    Filing,
    Goods,
    ListedGoods,
    PaidBy,
    Parcel,
    Platform,
)
from logistics.messages.ceb.writing import Row, china_day

_EXPORT = "E"
_TOTAL_AMOUNT = "3"
"""fFlag and iFlag: freight and insurance are given as total amounts."""


@dataclass(frozen=True, kw_only=True)
class ExportOrder:
    """CEB303. Refuses to exist (BadMessage) unless the lines add up to `value`, in the currency of `freight`."""

    KIND: ClassVar[str] = "CEB303"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Order", "OrderHead", "OrderList")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset({"itemDescribe", "barCode"})

    filing: Filing
    number: str
    seller: Platform
    value: Money
    freight: Money
    goods: tuple[Goods, ...]

    def __post_init__(self) -> None:
        must_add_up(self.KIND, "goodsValue", (line.total for line in self.goods), self.value)
        same_currency(self.KIND, "freight", self.freight, self.value)

    def head(self) -> Row:
        """See Message."""
        return {
            "orderType": _EXPORT,
            "orderNo": self.number,
            **seller_row(self.seller),
            "goodsValue": amount(self.KIND, "goodsValue", self.value),
            "freight": amount(self.KIND, "freight", self.freight),
            "currency": currency_code(self.KIND, "currency", self.value),
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return tuple(
            {
                "itemNo": line.item,
                "itemName": line.name,
                "itemDescribe": line.description,
                "barCode": line.barcode,
                "unit": line.unit,
                "currency": currency_code(self.KIND, "currency", line.price),
                "qty": number(self.KIND, "qty", line.quantity),
                "price": amount(self.KIND, "price", line.price),
                "totalPrice": amount(self.KIND, "totalPrice", line.total),
                "note": line.note,
            }
            for line in self.goods
        )


@dataclass(frozen=True, kw_only=True)
class Receipts:
    """CEB403: what was received for the order, and on which day it was booked."""

    KIND: ClassVar[str] = "CEB403"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Receipts", "", "")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset({"payCode", "payNo"})

    filing: Filing
    seller: Platform
    order_number: str
    paid_by: PaidBy
    received: Money
    booked_at: datetime

    def head(self) -> Row:
        """See Message."""
        return {
            **seller_row(self.seller),
            "orderNo": self.order_number,
            "payCode": self.paid_by.company.code,
            "payName": self.paid_by.company.name,
            "payNo": self.paid_by.transaction,
            "charge": amount(self.KIND, "charge", self.received),
            "currency": currency_code(self.KIND, "currency", self.received),
            "accountingDate": china_day(self.booked_at),
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return ()


@dataclass(frozen=True, kw_only=True)
class ExportWaybill:
    """CEB505: which parcel carries which goods; the gross weight is in grams."""

    KIND: ClassVar[str] = "CEB505"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Logistics", "", "")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset({"ebcTelephone"})

    filing: Filing
    carriage: Carriage
    merchant: Company
    gross_grams: int
    contents: str
    packages: int = 1
    merchant_telephone: str = ""

    def head(self) -> Row:
        """See Message."""
        return {
            "logisticsCode": self.carriage.company.code,
            "logisticsName": self.carriage.company.name,
            "logisticsNo": self.carriage.number,
            "freight": amount(self.KIND, "freight", self.carriage.freight),
            "insuredFee": amount(self.KIND, "insuredFee", self.carriage.insurance),
            "currency": currency_code(self.KIND, "currency", self.carriage.freight),
            "grossWeight": weight(self.KIND, "grossWeight", self.gross_grams),
            "packNo": str(self.packages),
            "goodsInfo": self.contents,
            "ebcCode": self.merchant.code,
            "ebcName": self.merchant.name,
            "ebcTelephone": self.merchant_telephone,
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return ()


@dataclass(frozen=True, kw_only=True)
class ExportList:
    """CEB603. `owner` makes or sells the goods, `destination` is ISO, `arrives_at` the customs code of the port of discharge.

    `statistics` is "A" for the simplified four-digit declaration of pilot zones, "B" for a summary declaration.
    """

    KIND: ClassVar[str] = "CEB603"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Inventory", "InventoryHead", "InventoryList")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset(
        {
            "emsNo", "trafName", "voyageNo", "billNo", "loctNo", "licenseNo", "itemRecordNo", "itemName", "gmodel",
            "barCode", "qty2", "unit2",
        }
    )  # fmt: skip

    filing: Filing
    order_number: str
    seller: Platform
    carriage: Carriage
    company_number: str
    procedure: Procedure
    agent: Company
    owner: Company
    destination: str
    arrives_at: str
    parcel: Parcel
    goods: tuple[ListedGoods, ...]
    statistics: str = "A"
    ledger: str = ""

    def head(self) -> Row:
        """See Message."""
        number_and_carrier = carried_by(self.carriage)
        return {
            "customsCode": self.parcel.customs_office,
            "ebpCode": self.seller.platform.code,
            "ebpName": self.seller.platform.name,
            "orderNo": self.order_number,
            "logisticsCode": number_and_carrier["logisticsCode"],
            "logisticsName": number_and_carrier["logisticsName"],
            "logisticsNo": number_and_carrier["logisticsNo"],
            "copNo": self.company_number,
            "ieFlag": _EXPORT,
            "portCode": self.parcel.port,
            "ieDate": china_day(self.parcel.crosses_on),
            "statisticsFlag": self.statistics,
            "agentCode": self.agent.code,
            "agentName": self.agent.name,
            "ebcCode": self.seller.merchant.code,
            "ebcName": self.seller.merchant.name,
            "ownerCode": self.owner.code,
            "ownerName": self.owner.name,
            "emsNo": self.ledger,
            "tradeMode": self.procedure.value,
            **self._way(),
        }

    def _way(self) -> Row:
        parcel, carriage = self.parcel, self.carriage
        return {
            "trafMode": parcel.transport,
            "trafName": parcel.vehicle,
            "voyageNo": parcel.voyage,
            "billNo": carriage.bill,
            "loctNo": parcel.place,
            "licenseNo": parcel.licence,
            "country": country_code(self.KIND, "country", self.destination),
            "POD": self.arrives_at,
            "freight": amount(self.KIND, "freight", carriage.freight),
            "fCurrency": currency_code(self.KIND, "fCurrency", carriage.freight),
            "fFlag": _TOTAL_AMOUNT,
            "insuredFee": amount(self.KIND, "insuredFee", carriage.insurance),
            "iCurrency": currency_code(self.KIND, "iCurrency", carriage.insurance),
            "iFlag": _TOTAL_AMOUNT,
            "wrapType": parcel.wrap,
            "packNo": str(parcel.packages),
            "grossWeight": weight(self.KIND, "grossWeight", parcel.gross_grams),
            "netWeight": weight(self.KIND, "netWeight", parcel.net_grams),
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return tuple(self._row(line) for line in self.goods)

    def _row(self, line: ListedGoods) -> Row:
        second = line.second
        return {
            "itemNo": line.item,
            "itemRecordNo": line.record,
            "itemName": line.name,
            **tariff_row(self.KIND, line),
            "gmodel": line.model,
            "barCode": line.barcode,
            "country": country_code(self.KIND, "country", self.destination),
            "currency": currency_code(self.KIND, "currency", line.price),
            "qty": number(self.KIND, "qty", line.quantity),
            "qty1": number(self.KIND, "qty1", line.legal.quantity),
            "qty2": number(self.KIND, "qty2", second.quantity) if second else "",
            "unit": line.unit,
            "unit1": line.legal.unit,
            "unit2": second.unit if second else "",
            "price": amount(self.KIND, "price", line.price),
            "totalPrice": amount(self.KIND, "totalPrice", line.total),
            "note": line.note,
        }
