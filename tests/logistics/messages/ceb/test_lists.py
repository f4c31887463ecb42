"""The import list and the request to take goods back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from logistics.customs_procedures import Procedure
from logistics.messages.ceb import BadMessage, Measure, ceb_xml
from tests.logistics.messages.ceb.making import (
    BOWL,
    SHOP,
    TRANSFER,
    import_list,
    parsed,
    return_request,
    text,
)


def test_a_list_names_procedure_country_and_weights():
    root = parsed(import_list())
    head = "Inventory/InventoryHead/"
    stated = [
        text(root, head + name) for name in ("tradeMode", "country", "grossWeight", "netWeight", "packNo")
    ]
    assert stated == ["9610", "311", "1.35", "1.2", "1"]


def test_a_line_of_a_list_carries_ten_digits_and_its_legal_measures():
    goods = replace(BOWL, second=Measure(quantity=Decimal(2), unit="007"))
    root = parsed(import_list(goods=(goods,)))
    line = [
        text(root, f"Inventory/InventoryList/{name}")
        for name in ("gcode", "gname", "qty1", "unit1", "qty2", "unit2")
    ]
    assert line == ["6912001000", "陶餐具", "1.2", "035", "2", "007"]


@pytest.mark.parametrize("hs_code", ["691200", "69120010001", "69120010OO", ""])
def test_a_tariff_code_has_ten_digits(hs_code):
    with pytest.raises(BadMessage) as no:
        ceb_xml(import_list(goods=(replace(BOWL, hs_code=hs_code),)), transfer=TRANSFER)
    assert (no.value.field, no.value.problem) == ("gcode", "number")


@pytest.mark.parametrize("procedure", [Procedure.BONDED, Procedure.BONDED_A])
def test_goods_out_of_a_bonded_zone_name_its_ledger(procedure):
    from_ledger = {"ledger": "T2244W000001", "area": SHOP, "goods": (replace(BOWL, record="MAT-1"),)}
    root = parsed(import_list(procedure=procedure, **from_ledger))
    assert text(root, "Inventory/InventoryHead/emsNo") == "T2244W000001"
    assert text(root, "Inventory/InventoryList/itemRecordNo") == "MAT-1"
    missing = {"emsNo": {"ledger": ""}, "areaCode": {"area": None}, "itemRecordNo": {"goods": (BOWL,)}}
    for field, without in missing.items():
        with pytest.raises(BadMessage) as no:
            import_list(procedure=procedure, **{**from_ledger, **without})
        assert (no.value.field, no.value.problem) == (field, "empty")


def test_a_return_names_the_list_and_what_of_it_goes_back():
    root = parsed(return_request())
    assert text(root, "InvtRefund/InvtRefundHead/invtNo") == "22442026I000000001"
    assert text(root, "InvtRefund/InvtRefundHead/reason") == "不合适"
    assert [text(root, f"InvtRefund/InvtRefundList/{name}") for name in ("gnum", "gcode", "qty", "unit")] == [
        "1",
        "6912001000",
        "1",
        "007",
    ]


@pytest.mark.parametrize("count", [0, 100])
def test_a_message_holds_one_to_ninety_nine_lines(count):
    with pytest.raises(BadMessage) as no:
        ceb_xml(return_request(goods=(BOWL,) * count), transfer=TRANSFER)
    assert (no.value.field, no.value.detail) == ("InvtRefundList", "1-99")
