"""One import and one export as values: invented companies, an invented buyer, an identity number of the public test kind."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from defusedxml.ElementTree import fromstring
from moneyed import Money

from logistics.customs_procedures import Procedure
from logistics.messages.ceb import (
    Buyer,
    Carriage,
    Company,
    Consignee,
    ExportList,
    ExportOrder,
    ExportWaybill,
    Filing,
    Goods,
    ImportList,
    ImportOrder,
    ImportWaybill,
    ListedGoods,
    Measure,
    PaidBy,
    Parcel,
    Payment,
    Platform,
    Receipts,
    ReturnRequest,
    Transfer,
    ceb_xml,
)
from logistics.messages.ceb.writing import NAMESPACE

AT = datetime(2026, 11, 22, 17, 30, 5, 123456, tzinfo=UTC)
"""Half past one at night of the 23rd in China."""
SHOP = Company(code="3100000001", name="Causeway 跨境商城")
PLATFORM = Platform(platform=SHOP, merchant=Company(code="3100000002", name="Atelier Miragaia"))
PAY = Company(code="3100000003", name="Example 支付")
POST = Company(code="3100000004", name="Example 速递")
BUYER = Buyer(name="张三丰", id_number="11010519491231002X", telephone="13800000000", account="buyer-7")
HOME = Consignee(name="张三丰", telephone="13800000000", address="上海市静安区南京西路1号")
TRANSFER = Transfer(company=SHOP, dxp_id="DXPENT0000000001")


def cny(amount):
    """Money in yuan."""
    return Money(amount, "CNY")


def filing(reference="CW-1"):
    """A new declaration of that reference, at AT."""
    return Filing(reference=reference, at=AT)


BOWL = ListedGoods(
    item="BOWL", name="陶瓷碗", quantity=Decimal(2), unit="007", price=cny("450.00"), origin="PT",
    hs_code="6912001000", customs_name="陶餐具", model="无品牌", legal=Measure(quantity=Decimal("1.2"), unit="035"),
)  # fmt: skip
CARRIAGE = Carriage(
    company=POST, number="LX123456785PT", freight=cny("60.00"), insurance=cny("0.00"), bill="157-12345675"
)
PARCEL = Parcel(
    customs_office="2244", port="2233", crosses_on=AT, transport="5", gross_grams=1350, net_grams=1200
)


def order(**changes):
    """An order of two bowls, CNY 900, freight 60, tax 87.36: 1047.36 paid."""
    plain = Goods(
        item=BOWL.item, name=BOWL.name, quantity=BOWL.quantity, unit=BOWL.unit, price=BOWL.price, origin="PT"
    )
    usual = {
        "filing": filing(), "number": "CW-1", "seller": PLATFORM, "buyer": BUYER, "consignee": HOME,
        "value": cny("900.00"), "freight": cny("60.00"), "discount": cny("0.00"), "tax": cny("87.36"),
        "paid": cny("1047.36"), "goods": (plain,),
    }  # fmt: skip
    return ImportOrder(**{**usual, **changes})


def payment(**changes):
    """The payment of that order."""
    usual = {
        "filing": filing(), "paid_by": PaidBy(company=PAY, transaction="PAY-99"), "order_number": "CW-1",
        "seller": PLATFORM, "payer": BUYER, "amount": cny("1047.36"), "paid_at": AT,
    }  # fmt: skip
    return Payment(**{**usual, **changes})


def waybill(**changes):
    """The waybill of that order."""
    usual = {
        "filing": filing(), "order_number": "CW-1", "carriage": CARRIAGE, "consignee": HOME,
        "weight_grams": 1350, "contents": "陶瓷碗",
    }  # fmt: skip
    return ImportWaybill(**{**usual, **changes})


def import_list(**changes):
    """The list of that order, by direct mail."""
    usual = {
        "filing": filing(), "order_number": "CW-1", "seller": PLATFORM, "carriage": CARRIAGE,
        "company_number": "CW-1-1", "guarantor": SHOP.code, "procedure": Procedure.DIRECT, "buyer": BUYER,
        "address": HOME.address, "agent": SHOP, "ship_from": "PT", "parcel": PARCEL, "goods": (BOWL,), "declared_at": AT,
    }  # fmt: skip
    return ImportList(**{**usual, **changes})


def return_request(**changes):
    """One of the two bowls goes back."""
    usual = {
        "filing": filing(), "customs_office": "2244", "order_number": "CW-1", "seller": PLATFORM, "carriage": CARRIAGE,
        "company_number": "CW-1-R1", "list_number": "22442026I000000001", "buyer": BUYER, "agent": SHOP,
        "reason": "不合适", "goods": (replace(BOWL, quantity=Decimal(1)),),
    }  # fmt: skip
    return ReturnRequest(**{**usual, **changes})


SCARF = ListedGoods(
    item="SCARF", name="Silk scarf", quantity=Decimal(3), unit="007", price=Money("39.00", "EUR"), origin="CN",
    hs_code="6214100010", customs_name="丝绸围巾", legal=Measure(quantity=Decimal("0.45"), unit="035"),
)  # fmt: skip
ABROAD = Carriage(
    company=POST, number="LX999999999CN", freight=Money("12.00", "EUR"), insurance=Money("0.00", "EUR")
)


def export_order():
    """Three scarves to Germany."""
    return ExportOrder(
        filing=filing(),
        number="CW-2",
        seller=PLATFORM,
        value=Money("117.00", "EUR"),
        freight=Money("12.00", "EUR"),
        goods=(SCARF,),
    )


def receipts():
    """What was received for them."""
    return Receipts(
        filing=filing(),
        seller=PLATFORM,
        order_number="CW-2",
        paid_by=PaidBy(company=PAY, transaction="PAY-100"),
        received=Money("129.00", "EUR"),
        booked_at=AT,
    )


def export_waybill():
    """The parcel that carries them."""
    return ExportWaybill(
        filing=filing(), carriage=ABROAD, merchant=PLATFORM.merchant, gross_grams=520, contents="围巾"
    )


def export_list():
    """The list they leave on."""
    return ExportList(
        filing=filing(),
        order_number="CW-2",
        seller=PLATFORM,
        carriage=ABROAD,
        company_number="CW-2-1",
        procedure=Procedure.DIRECT,
        agent=SHOP,
        owner=PLATFORM.merchant,
        destination="DE",
        arrives_at="2110",
        parcel=PARCEL,
        goods=(SCARF,),
    )


def parsed(message):
    """The message read back by a parser that takes no entities."""
    return fromstring(ceb_xml(message, transfer=TRANSFER))


def names(element):
    """The names of an element's children in their order, without the namespace; every one of them is in it."""
    assert all(child.tag.startswith(f"{{{NAMESPACE}}}") for child in element)
    return [child.tag.split("}")[1] for child in element]


def text(root, path):
    """The text of an element named by its path."""
    return root.findtext("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))
