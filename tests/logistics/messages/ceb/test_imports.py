"""The three documents of an import: their amounts add up, and codes are those of Chinese customs."""

from dataclasses import replace
from decimal import Decimal

import pytest
from moneyed import Money

from logistics.messages.ceb import BadMessage, PaidBy, ceb_xml
from tests.logistics.messages.ceb.making import (
    CARRIAGE,
    PAY,
    TRANSFER,
    cny,
    order,
    parsed,
    payment,
    text,
    waybill,
)


def test_an_order_states_what_was_paid_for_what():
    root = parsed(order())
    head = "Order/OrderHead/"
    stated = [
        text(root, head + name) for name in ("goodsValue", "freight", "discount", "taxTotal", "acturalPaid")
    ]
    assert stated == ["900.00", "60.00", "0.00", "87.36", "1047.36"]
    assert (text(root, head + "currency"), text(root, head + "buyerIdType")) == ("142", "1")


def test_a_line_of_an_order_carries_quantity_price_and_origin():
    root = parsed(order())
    line = [
        text(root, f"Order/OrderList/{name}") for name in ("gnum", "qty", "price", "totalPrice", "country")
    ]
    assert line == ["1", "2", "450.00", "900.00", "311"]


def test_a_discount_lowers_what_was_paid():
    root = parsed(order(discount=cny("100.00"), paid=cny("947.36")))
    assert text(root, "Order/OrderHead/acturalPaid") == "947.36"


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"paid": cny("1047.37")}, "acturalPaid", "sum"),
        ({"value": cny("899.99"), "paid": cny("1047.35")}, "goodsValue", "sum"),
        ({"freight": Money("60.00", "EUR")}, "acturalPaid", "currency"),
        ({"paid": Money("1047.36", "EUR")}, "currency", "currency"),
    ],
)
def test_an_order_whose_amounts_do_not_add_up_does_not_exist(changes, field, problem):
    with pytest.raises(BadMessage) as no:
        order(**changes)
    assert (no.value.field, no.value.problem) == (field, problem)


def test_the_refusal_says_both_sums():
    with pytest.raises(BadMessage, match=r"1047\.37 / 1047\.36 CNY"):
        order(paid=cny("1047.37"))


@pytest.mark.parametrize(
    ("goods", "field", "problem"),
    [({"origin": "AQ"}, "country", "unknown_code"), ({"quantity": Decimal("0.000001")}, "qty", "number")],
)
def test_a_line_customs_has_no_words_for_is_refused(goods, field, problem):
    line = replace(order().goods[0], **goods)
    wrong = order(goods=(line,), value=line.total, paid=line.total + cny("147.36"))
    with pytest.raises(BadMessage) as no:
        ceb_xml(wrong, transfer=TRANSFER)
    assert (no.value.field, no.value.problem) == (field, problem)


def test_an_order_may_name_its_payment():
    root = parsed(order(payment=PaidBy(company=PAY, transaction="PAY-99")))
    assert text(root, "Order/OrderHead/payTransactionId") == "PAY-99"


def test_a_payment_names_payer_amount_and_moment():
    root = parsed(payment())
    head = "Payment/PaymentHead/"
    assert (text(root, head + "amountPaid"), text(root, head + "payTime")) == ("1047.36", "20261123013005")
    assert text(root, head + "payerIdNumber") == "11010519491231002X"


def test_a_waybill_weighs_in_kilograms_and_is_paid_in_yuan():
    assert text(parsed(waybill()), "Logistics/LogisticsHead/weight") == "1.35"
    with pytest.raises(BadMessage) as no:
        waybill(carriage=replace(CARRIAGE, insurance=Money(1, "USD")))
    assert (no.value.message, no.value.field, no.value.problem) == ("CEB511", "insuredFee", "currency")
