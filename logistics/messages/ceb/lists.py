"""The import list (621), on which customs releases a parcel, and the request to take goods back (625)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from logistics.customs_procedures import Procedure
from logistics.messages.ceb.checks import amount, country_code, number, weight, yuan_only
from logistics.messages.ceb.imports import RESIDENT_ID, seller_row
from logistics.messages.ceb.refusals import BadMessage
from logistics.messages.ceb.values import (
    Buyer,
    Carriage,
    Company,
    Filing,
    ListedGoods,
    Parcel,
    Platform,
)
from logistics.messages.ceb.writing import Row, china_day

_IMPORT = "I"
_FROM_LEDGER = frozenset({Procedure.BONDED, Procedure.BONDED_A})


@dataclass(frozen=True, kw_only=True)
class ImportList:
    """CEB621. `agent` files it, `guarantor` (a customs code) vouches for the tax; `company_number` is ours for the list.

    `ship_from` is the ISO code of the country of departure. Goods of 1210 and 1239 come out of the bonded `ledger` of the
    zone that `area` runs, and each of their lines names its record there (else BadMessage).
    """

    KIND: ClassVar[str] = "CEB621"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Inventory", "InventoryHead", "InventoryList")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset(
        {
            "preNo", "emsNo", "invtNo", "areaCode", "areaName", "trafNo", "voyageNo", "billNo", "loctNo", "licenseNo",
            "itemRecordNo", "itemNo", "itemName", "barCode", "qty2", "unit2",
        }
    )  # fmt: skip

    filing: Filing
    order_number: str
    seller: Platform
    carriage: Carriage
    company_number: str
    guarantor: str
    procedure: Procedure
    buyer: Buyer
    address: str
    agent: Company
    ship_from: str
    parcel: Parcel
    goods: tuple[ListedGoods, ...]
    declared_at: datetime
    ledger: str = ""
    area: Company | None = None
    list_number: str = ""

    def __post_init__(self) -> None:
        yuan_only(self.KIND, "insuredFee", self.carriage.insurance)
        if self.procedure in _FROM_LEDGER:
            _given(self.KIND, "emsNo", self.ledger)
            _given(self.KIND, "areaCode", self.area.code if self.area else "")
            for line in self.goods:
                _given(self.KIND, "itemRecordNo", line.record)

    def head(self) -> Row:
        """See Message."""
        return {
            "orderNo": self.order_number,
            **seller_row(self.seller),
            **carried_by(self.carriage),
            "copNo": self.company_number,
            "assureCode": self.guarantor,
            "emsNo": self.ledger,
            "invtNo": self.list_number,
            "ieFlag": _IMPORT,
            "declTime": china_day(self.declared_at),
            "customsCode": self.parcel.customs_office,
            "portCode": self.parcel.port,
            "ieDate": china_day(self.parcel.crosses_on),
            **identity(self.buyer),
            "consigneeAddress": self.address,
            "agentCode": self.agent.code,
            "agentName": self.agent.name,
            "areaCode": self.area.code if self.area else "",
            "areaName": self.area.name if self.area else "",
            "tradeMode": self.procedure.value,
            **self._way(),
        }

    def _way(self) -> Row:
        parcel, carriage = self.parcel, self.carriage
        return {
            "trafMode": parcel.transport,
            "trafNo": parcel.vehicle,
            "voyageNo": parcel.voyage,
            "billNo": carriage.bill,
            "loctNo": parcel.place,
            "licenseNo": parcel.licence,
            "country": country_code(self.KIND, "country", self.ship_from),
            "freight": amount(self.KIND, "freight", carriage.freight),
            "insuredFee": amount(self.KIND, "insuredFee", carriage.insurance),
            "currency": yuan_only(self.KIND, "currency", carriage.freight),
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
            "itemRecordNo": line.record,
            "itemNo": line.item,
            "itemName": line.name,
            **tariff_row(self.KIND, line),
            "gmodel": line.model,
            "barCode": line.barcode,
            "country": country_code(self.KIND, "country", line.origin),
            "currency": yuan_only(self.KIND, "currency", line.price),
            "qty": number(self.KIND, "qty", line.quantity),
            "unit": line.unit,
            "qty1": number(self.KIND, "qty1", line.legal.quantity),
            "unit1": line.legal.unit,
            "qty2": number(self.KIND, "qty2", second.quantity) if second else "",
            "unit2": second.unit if second else "",
            "price": amount(self.KIND, "price", line.price),
            "totalPrice": amount(self.KIND, "totalPrice", line.total),
            "note": line.note,
        }


@dataclass(frozen=True, kw_only=True)
class ReturnRequest:
    """CEB625: goods of a released list go back. `goods` are the returned lines with what of them is returned.

    Asked within 30 days of release and brought back within 45, the tax falls away and the buyer's yearly sum is restored
    (GAC announcement 2020/45).
    """

    KIND: ClassVar[str] = "CEB625"
    SHAPE: ClassVar[tuple[str, str, str]] = ("InvtRefund", "InvtRefundHead", "InvtRefundList")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset()

    filing: Filing
    customs_office: str
    order_number: str
    seller: Platform
    carriage: Carriage
    company_number: str
    list_number: str
    buyer: Buyer
    agent: Company
    reason: str
    goods: tuple[ListedGoods, ...]

    def head(self) -> Row:
        """See Message."""
        return {
            "customsCode": self.customs_office,
            "orderNo": self.order_number,
            **seller_row(self.seller),
            **carried_by(self.carriage),
            "copNo": self.company_number,
            "invtNo": self.list_number,
            **identity(self.buyer),
            "agentCode": self.agent.code,
            "agentName": self.agent.name,
            "reason": self.reason,
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return tuple(
            {
                **tariff_row(self.KIND, line),
                "qty": number(self.KIND, "qty", line.quantity),
                "unit": line.unit,
                "note": line.note,
            }
            for line in self.goods
        )


def carried_by(carriage: Carriage) -> Row:
    """The parcel's number and its carrier, in the order of the lists."""
    return {
        "logisticsNo": carriage.number,
        "logisticsCode": carriage.company.code,
        "logisticsName": carriage.company.name,
    }


def identity(buyer: Buyer) -> Row:
    """Who bought, as the lists carry it."""
    return {
        "buyerIdType": RESIDENT_ID,
        "buyerIdNumber": buyer.id_number,
        "buyerName": buyer.name,
        "buyerTelephone": buyer.telephone,
    }


def tariff_row(message: str, line: ListedGoods) -> Row:
    """The ten digits of the Chinese tariff and the name under them. Raises BadMessage for a shorter code."""
    if len(line.hs_code) != 10 or not line.hs_code.isdecimal():
        raise BadMessage(message=message, field="gcode", problem="number", detail=line.hs_code)
    return {"gcode": line.hs_code, "gname": line.customs_name}


def _given(message: str, field: str, text: str) -> None:
    if not text.strip():
        raise BadMessage(message=message, field=field, problem="empty")
