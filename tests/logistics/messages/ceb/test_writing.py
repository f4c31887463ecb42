"""Every message is well-formed, in the order of the schema, the same each time, and signed by whoever holds the key."""

from dataclasses import replace
from datetime import datetime

import pytest

from logistics.messages.ceb import BadMessage, Filing, Unsigned, ceb_file, ceb_xml
from logistics.messages.ceb.writing import NAMESPACE, china_time
from tests.logistics.messages.ceb import making
from tests.logistics.messages.ceb.making import AT, TRANSFER, names, parsed, text

MESSAGES = {
    "CEB311": (making.order, ["Order", "OrderHead", "OrderList"]),
    "CEB411": (making.payment, ["Payment", "PaymentHead"]),
    "CEB511": (making.waybill, ["Logistics", "LogisticsHead"]),
    "CEB621": (making.import_list, ["Inventory", "InventoryHead", "InventoryList"]),
    "CEB625": (making.return_request, ["InvtRefund", "InvtRefundHead", "InvtRefundList"]),
    "CEB303": (making.export_order, ["Order", "OrderHead", "OrderList"]),
    "CEB403": (making.receipts, ["Receipts"]),
    "CEB505": (making.export_waybill, ["Logistics"]),
    "CEB603": (making.export_list, ["Inventory", "InventoryHead", "InventoryList"]),
}
HEADS = {
    "CEB311": "orderType orderNo ebpCode ebpName ebcCode ebcName goodsValue freight discount taxTotal acturalPaid currency"
    " buyerRegNo buyerName buyerTelephone buyerIdType buyerIdNumber consignee consigneeTelephone consigneeAddress",
    "CEB411": "payCode payName payTransactionId orderNo ebpCode ebpName payerIdType payerIdNumber payerName telephone"
    " amountPaid currency payTime",
    "CEB511": "logisticsCode logisticsName logisticsNo billNo orderNo freight insuredFee currency weight packNo goodsInfo"
    " consignee consigneeAddress consigneeTelephone",
    "CEB621": "orderNo ebpCode ebpName ebcCode ebcName logisticsNo logisticsCode logisticsName copNo assureCode ieFlag"
    " declTime customsCode portCode ieDate buyerIdType buyerIdNumber buyerName buyerTelephone consigneeAddress agentCode"
    " agentName tradeMode trafMode billNo country freight insuredFee currency wrapType packNo grossWeight netWeight",
    "CEB625": "customsCode orderNo ebpCode ebpName ebcCode ebcName logisticsNo logisticsCode logisticsName copNo invtNo"
    " buyerIdType buyerIdNumber buyerName buyerTelephone agentCode agentName reason",
    "CEB303": "orderType orderNo ebpCode ebpName ebcCode ebcName goodsValue freight currency",
    "CEB403": "ebpCode ebpName ebcCode ebcName orderNo payCode payName payNo charge currency accountingDate",
    "CEB505": "logisticsCode logisticsName logisticsNo freight insuredFee currency grossWeight packNo goodsInfo ebcCode"
    " ebcName",
    "CEB603": "customsCode ebpCode ebpName orderNo logisticsCode logisticsName logisticsNo copNo ieFlag portCode ieDate"
    " statisticsFlag agentCode agentName ebcCode ebcName ownerCode ownerName tradeMode trafMode country POD freight"
    " fCurrency fFlag insuredFee iCurrency iFlag wrapType packNo grossWeight netWeight",
}
FILED = ["guid", "appType", "appTime", "appStatus"]


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_message_reads_back_with_its_envelope(kind):
    make, parts = MESSAGES[kind]
    root = parsed(make())
    assert root.tag == f"{{{NAMESPACE}}}{kind}Message"
    assert root.get("version") == "1.0"
    assert root.get("guid") == text(root, "/".join([*parts[:2], "guid"]))
    assert names(root) == [parts[0], "BaseTransfer"]
    assert names(root[1]) == ["copCode", "copName", "dxpMode", "dxpId"]
    assert text(root, "BaseTransfer/dxpMode") == "DXP"


@pytest.mark.parametrize("kind", MESSAGES)
def test_the_elements_of_a_head_stand_in_the_order_of_the_schema(kind):
    make, parts = MESSAGES[kind]
    outer = parsed(make())[0]
    head = outer if len(parts) == 1 else outer[0]
    assert names(head) == [*FILED, *HEADS[kind].split()]


def test_the_prefix_is_the_one_customs_names():
    xml = ceb_xml(making.order(), transfer=TRANSFER)
    assert xml.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<ceb:CEB311Message ")
    assert b'xmlns:ceb="http://www.chinaport.gov.cn/ceb"' in xml


def test_the_same_filing_gives_the_same_bytes_and_another_gives_another_number():
    first = making.order()
    other = replace(first, filing=Filing(reference="CW-1", at=AT, action="change"))
    assert ceb_xml(first, transfer=TRANSFER) == ceb_xml(making.order(), transfer=TRANSFER)
    guids = {parsed(message).get("guid") for message in (first, other, making.payment())}
    assert len(guids) == 3
    assert {len(guid) for guid in guids} == {36}


def test_actions_and_statuses_are_the_digits_of_the_schema():
    filing = Filing(reference="CW-1", at=AT, action="delete", status="stored")
    root = parsed(making.order(filing=filing))
    assert (text(root, "Order/OrderHead/appType"), text(root, "Order/OrderHead/appStatus")) == ("3", "1")


def test_moments_are_china_standard_time():
    assert text(parsed(making.order()), "Order/OrderHead/appTime") == "20261123013005"
    assert text(parsed(making.import_list()), "Inventory/InventoryHead/declTime") == "20261123"
    with pytest.raises(ValueError, match="time zone"):
        china_time(datetime(2026, 11, 22, 12))  # noqa: DTZ001


def test_the_file_is_named_as_the_mailbox_wants_it_and_signed_by_the_signer():
    class Stamp:
        def sign(self, xml):
            return xml + b"<!--signed-->"

    file = ceb_file(making.payment(), transfer=TRANSFER, signer=Stamp())
    stem, digits = file.name.rsplit("_", 1)
    assert stem == "CEB_CEB411_DXPENT0000000001_EPORT"
    assert digits.startswith("20261123013005123")
    assert len(digits) == len("20261123013005123") + len("1234.xml")
    assert file.content.endswith(b"<!--signed-->")
    assert ceb_file(making.payment(), transfer=TRANSFER, signer=Unsigned()).name == file.name


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"number": " "}, "orderNo", "empty"),
        ({"number": "x" * 61}, "orderNo", "too_long"),
        ({"number": "CW\x00"}, "orderNo", "bad_text"),
        ({"goods": ()}, "goodsValue", "sum"),
    ],
)
def test_what_customs_would_send_back_is_refused_by_field(changes, field, problem):
    with pytest.raises(BadMessage) as no:
        ceb_xml(making.order(**changes), transfer=TRANSFER)
    assert (no.value.message, no.value.field, no.value.problem) == ("CEB311", field, problem)


def test_markup_in_a_name_stays_text():
    name = "<b>Wei & Söhne</b>"
    root = parsed(making.waybill(consignee=replace(making.HOME, name=name)))
    assert text(root, "Logistics/LogisticsHead/consignee") == name


def test_no_person_shows_in_a_log():
    shown = repr(making.order())
    assert "张三丰" not in shown
    assert making.BUYER.id_number not in shown
    assert "南京西路" not in shown
