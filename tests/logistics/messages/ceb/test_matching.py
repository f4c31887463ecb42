"""Order, payment and waybill are compared before filing: each difference is named once, and nobody's data is shown."""

from dataclasses import replace

import pytest
from django.utils import translation

from logistics.messages.ceb import PaidBy, mismatches
from tests.logistics.messages.ceb.making import (
    BUYER,
    CARRIAGE,
    HOME,
    PAY,
    PLATFORM,
    SHOP,
    cny,
    order,
    payment,
    waybill,
)


def test_three_documents_of_one_sale_match():
    assert mismatches(order(), payment(), waybill()) == ()


@pytest.mark.parametrize(
    ("changes", "field", "expected", "found"),
    [
        ({"order_number": "CW-2"}, "order_number", "CW-1", "CW-2"),
        ({"seller": replace(PLATFORM, platform=replace(SHOP, code="X"))}, "platform", SHOP.code, "X"),
        ({"payer": replace(BUYER, name="李四光")}, "buyer_name", "张••", "李••"),
        (
            {"payer": replace(BUYER, id_number="110105194912310038")},
            "buyer_id",
            "••••••••••••••••2X",
            "••••••••••••••••38",
        ),
        ({"amount": cny("1047.35")}, "amount", cny("1047.36"), cny("1047.35")),
    ],
)
def test_a_payment_of_something_else_is_named(changes, field, expected, found):
    (one,) = mismatches(order(), payment(**changes), waybill())
    assert (one.document, one.field, one.expected, one.found) == ("payment", field, expected, found)


@pytest.mark.parametrize(
    ("changes", "field", "expected", "found"),
    [
        ({"order_number": "CW-2"}, "order_number", "CW-1", "CW-2"),
        ({"consignee": replace(HOME, name="李四")}, "consignee_name", "张••", "李•"),
        ({"consignee": replace(HOME, address="北京市")}, "consignee_address", "上海••••••••••", "北••"),
        (
            {"consignee": replace(HOME, telephone="13800000001")},
            "consignee_telephone",
            "•••••••••00",
            "•••••••••01",
        ),
        ({"carriage": replace(CARRIAGE, insurance=cny("1"))}, "freight", cny("60.00"), cny("61.00")),
    ],
)
def test_a_waybill_of_something_else_is_named(changes, field, expected, found):
    (one,) = mismatches(order(), payment(), waybill(**changes))
    assert (one.document, one.field, one.expected, one.found) == ("waybill", field, expected, found)


def test_a_transaction_is_compared_where_the_order_names_one():
    named = order(payment=PaidBy(company=PAY, transaction="PAY-98"))
    (one,) = mismatches(named, payment(), waybill())
    assert (one.field, one.expected, one.found) == ("transaction", "PAY-98", "PAY-99")


def test_space_around_a_value_and_a_small_x_make_no_difference():
    payer = replace(BUYER, name=" 张三丰 ", id_number="11010519491231002x")
    assert mismatches(order(), payment(payer=payer), waybill()) == ()


def test_every_difference_is_listed():
    found = mismatches(
        order(),
        payment(amount=cny(1), payer=replace(BUYER, name="李四光")),
        waybill(consignee=replace(HOME, name="王")),
    )
    assert [one.field for one in found] == ["buyer_name", "amount", "consignee_name"]


def test_a_mismatch_says_itself_without_showing_anybody():
    (one,) = mismatches(order(), payment(payer=replace(BUYER, name="李四光")), waybill())
    with translation.override("en"):
        assert str(one) == "Payment: name of buyer and payer is “李••”, the order says “张••”."
    assert "张三丰" not in repr(one)
