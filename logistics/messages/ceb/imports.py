"""The three documents of an import: the platform's order (311), the payment company's payment (411), the carrier's (511)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from moneyed import Money

from logistics.messages.ceb.checks import (
    amount,
    country_code,
    must_add_up,
    number,
    weight,
    yuan_only,
)
from logistics.messages.ceb.values import (
    Buyer,
    Carriage,
    Consignee,
    Filing,
    Goods,
    PaidBy,
    Platform,
)
from logistics.messages.ceb.writing import Row, china_time

RESIDENT_ID = "1"
"""buyerIdType: the resident identity card, the only one the order may carry."""
IMPORT_ORDER = "I"


@dataclass(frozen=True, kw_only=True)
class ImportOrder:
    """CEB311. `value` is the goods, `freight` with insurance, `discount` what was not paid in money, `tax` what was withheld;
    `paid` is what the buyer paid. Refuses to exist (BadMessage) unless value + freight - discount + tax = paid and the lines
    add up to `value`, all in CNY.
    """

    KIND: ClassVar[str] = "CEB311"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Order", "OrderHead", "OrderList")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset(
        {"payCode", "payName", "payTransactionId", "gmodel", "itemDescribe", "barCode"}
    )

    filing: Filing
    number: str
    seller: Platform
    buyer: Buyer
    consignee: Consignee
    value: Money
    freight: Money
    discount: Money
    tax: Money
    paid: Money
    goods: tuple[Goods, ...]
    payment: PaidBy | None = None

    def __post_init__(self) -> None:
        yuan_only(self.KIND, "currency", self.paid)
        must_add_up(self.KIND, "goodsValue", (line.total for line in self.goods), self.value)
        parts = (self.value, self.freight, -self.discount, self.tax)
        must_add_up(self.KIND, "acturalPaid", parts, self.paid)

    def head(self) -> Row:
        """See Message."""
        return {
            "orderType": IMPORT_ORDER,
            "orderNo": self.number,
            **seller_row(self.seller),
            "goodsValue": amount(self.KIND, "goodsValue", self.value),
            "freight": amount(self.KIND, "freight", self.freight),
            "discount": amount(self.KIND, "discount", self.discount),
            "taxTotal": amount(self.KIND, "taxTotal", self.tax),
            "acturalPaid": amount(self.KIND, "acturalPaid", self.paid),
            "currency": yuan_only(self.KIND, "currency", self.paid),
            "buyerRegNo": self.buyer.account,
            "buyerName": self.buyer.name,
            "buyerTelephone": self.buyer.telephone,
            "buyerIdType": RESIDENT_ID,
            "buyerIdNumber": self.buyer.id_number,
            "payCode": self.payment.company.code if self.payment else "",
            "payName": self.payment.company.name if self.payment else "",
            "payTransactionId": self.payment.transaction if self.payment else "",
            "consignee": self.consignee.name,
            "consigneeTelephone": self.consignee.telephone,
            "consigneeAddress": self.consignee.address,
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return tuple(self._row(line) for line in self.goods)

    def _row(self, line: Goods) -> Row:
        return {
            "itemNo": line.item,
            "itemName": line.name,
            "gmodel": line.model,
            "itemDescribe": line.description,
            "barCode": line.barcode,
            "unit": line.unit,
            "qty": number(self.KIND, "qty", line.quantity),
            "price": amount(self.KIND, "price", line.price),
            "totalPrice": amount(self.KIND, "totalPrice", line.total),
            "currency": yuan_only(self.KIND, "currency", line.price),
            "country": country_code(self.KIND, "country", line.origin),
            "note": line.note,
        }


@dataclass(frozen=True, kw_only=True)
class Payment:
    """CEB411: who paid how much for which order, as the payment company says. The payer must be the buyer."""

    KIND: ClassVar[str] = "CEB411"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Payment", "PaymentHead", "")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset({"telephone"})

    filing: Filing
    paid_by: PaidBy
    order_number: str
    seller: Platform
    payer: Buyer
    amount: Money
    paid_at: datetime

    def head(self) -> Row:
        """See Message."""
        return {
            "payCode": self.paid_by.company.code,
            "payName": self.paid_by.company.name,
            "payTransactionId": self.paid_by.transaction,
            "orderNo": self.order_number,
            "ebpCode": self.seller.platform.code,
            "ebpName": self.seller.platform.name,
            "payerIdType": RESIDENT_ID,
            "payerIdNumber": self.payer.id_number,
            "payerName": self.payer.name,
            "telephone": self.payer.telephone,
            "amountPaid": amount(self.KIND, "amountPaid", self.amount),
            "currency": yuan_only(self.KIND, "currency", self.amount),
            "payTime": china_time(self.paid_at),
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return ()


@dataclass(frozen=True, kw_only=True)
class ImportWaybill:
    """CEB511: which parcel of the carrier carries the order, to whom. Weight in grams, amounts in CNY (else BadMessage)."""

    KIND: ClassVar[str] = "CEB511"
    SHAPE: ClassVar[tuple[str, str, str]] = ("Logistics", "LogisticsHead", "")
    OPTIONAL: ClassVar[frozenset[str]] = frozenset({"billNo", "goodsInfo"})

    filing: Filing
    order_number: str
    carriage: Carriage
    consignee: Consignee
    weight_grams: int
    packages: int = 1
    contents: str = ""

    def __post_init__(self) -> None:
        yuan_only(self.KIND, "freight", self.carriage.freight)
        yuan_only(self.KIND, "insuredFee", self.carriage.insurance)

    def head(self) -> Row:
        """See Message."""
        return {
            "logisticsCode": self.carriage.company.code,
            "logisticsName": self.carriage.company.name,
            "logisticsNo": self.carriage.number,
            "billNo": self.carriage.bill,
            "orderNo": self.order_number,
            "freight": amount(self.KIND, "freight", self.carriage.freight),
            "insuredFee": amount(self.KIND, "insuredFee", self.carriage.insurance),
            "currency": yuan_only(self.KIND, "currency", self.carriage.freight),
            "weight": weight(self.KIND, "weight", self.weight_grams),
            "packNo": str(self.packages),
            "goodsInfo": self.contents,
            "consignee": self.consignee.name,
            "consigneeAddress": self.consignee.address,
            "consigneeTelephone": self.consignee.telephone,
        }

    def rows(self) -> tuple[Row, ...]:
        """See Message."""
        return ()


def seller_row(seller: Platform) -> Row:
    """Platform and merchant as most heads carry them."""
    return {
        "ebpCode": seller.platform.code,
        "ebpName": seller.platform.name,
        "ebcCode": seller.merchant.code,
        "ebcName": seller.merchant.name,
    }
