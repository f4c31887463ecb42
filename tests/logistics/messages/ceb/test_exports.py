"""The messages of an export carry the sale's own currency and the country it goes to."""

from dataclasses import replace

import pytest
from moneyed import Money

from logistics.messages.ceb import BadMessage, ceb_xml
from tests.logistics.messages.ceb.making import (
    TRANSFER,
    export_list,
    export_order,
    export_waybill,
    parsed,
    receipts,
    text,
)


def test_an_export_order_is_in_the_currency_of_the_sale():
    root = parsed(export_order())
    head = [
        text(root, f"Order/OrderHead/{name}") for name in ("orderType", "goodsValue", "freight", "currency")
    ]
    assert head == ["E", "117.00", "12.00", "300"]
    assert text(root, "Order/OrderList/totalPrice") == "117.00"


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"value": Money("118.00", "EUR")}, "goodsValue", "sum"),
        ({"freight": Money("12.00", "USD")}, "freight", "currency"),
    ],
)
def test_an_export_order_that_does_not_add_up_does_not_exist(changes, field, problem):
    with pytest.raises(BadMessage) as no:
        replace(export_order(), **changes)
    assert (no.value.field, no.value.problem) == (field, problem)


def test_receipts_say_what_came_and_on_which_day_in_china():
    root = parsed(receipts())
    assert [text(root, f"Receipts/{name}") for name in ("charge", "currency", "accountingDate")] == [
        "129.00",
        "300",
        "20261123",
    ]


def test_an_export_waybill_carries_its_parts_without_a_head():
    root = parsed(export_waybill())
    assert text(root, "Logistics/grossWeight") == "0.52"
    assert text(root, "Logistics/ebcCode") == "3100000002"


def test_an_export_list_names_where_the_goods_go():
    root = parsed(export_list())
    head = "Inventory/InventoryHead/"
    stated = [
        text(root, head + name)
        for name in ("ieFlag", "country", "fFlag", "fCurrency", "iCurrency", "tradeMode")
    ]
    assert stated == ["E", "304", "3", "300", "300", "9610"]
    assert text(root, "Inventory/InventoryList/country") == "304"


def test_a_currency_without_a_code_is_refused():
    with pytest.raises(BadMessage) as no:
        ceb_xml(replace(receipts(), received=Money("500.00", "AED")), transfer=TRANSFER)
    assert (no.value.message, no.value.field, no.value.detail) == ("CEB403", "currency", "AED")
