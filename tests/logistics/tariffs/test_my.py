"""Malaysia: sales tax on low value goods at checkout, on the goods alone, and no duty on customs values up to MYR 500."""

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

OURS = ("MY-LVG",)


def _quoted(*lines, **facts):
    return quoted(parcel("MY", "MYR", *lines, **facts))


def _cup(value, **facts):
    return line(value, "MYR", hs_code="691110", **facts)


def test_sales_tax_at_checkout_is_on_the_goods_without_freight():
    answer = _quoted(_cup("480"), freight="20", registrations=OURS)
    assert (answer.scheme, answer.collected, amounts(answer)) == (
        "MY-LVG",
        "checkout",
        [("lvg-sales-tax", "48.00")],
    )


def test_a_parcel_whose_customs_value_is_above_owes_duty_at_the_border_besides():
    # 30 % of 500.01
    answer = _quoted(_cup("480"), freight="20.01", registrations=OURS)
    assert [(charge.rule, str(charge.amount.amount), charge.collected) for charge in answer.charges] == [
        ("lvg-sales-tax", "48.00", "checkout"),
        ("customs-duty", "150.00", "border"),
    ]


def test_an_item_above_five_hundred_is_taxed_at_the_border():
    assert _quoted(_cup("500.00"), registrations=OURS).scheme == "MY-LVG"
    answer = _quoted(_cup("500.01"), registrations=OURS)
    assert (answer.scheme, amounts(answer)) == (
        "standard",
        [("customs-duty", "150.00"), ("import-sales-tax", "65.00")],
    )


def test_an_unregistered_seller_owes_nothing_up_to_five_hundred_with_freight():
    free = _quoted(_cup("480"), freight="20")
    assert (free.scheme, free.charges) == ("low-value-unregistered", ())
    over = _quoted(_cup("480"), freight="20.01")
    assert amounts(over) == [("customs-duty", "150.00"), ("import-sales-tax", "65.00")]


def test_a_sale_within_the_country_adds_nothing_and_says_why():
    answer = _quoted(_cup("100"), ship_from="MY")
    assert (answer.scheme, answer.charges) == ("domestic", ())
    assert [str(one) for one in answer.warnings] == [
        "Sales tax was paid by the maker or importer and is part of the price."
    ]


@pytest.mark.parametrize("hs_code", ["220421", "240220", "854340"])
def test_alcohol_tobacco_and_vaping_goods_are_refused(hs_code):
    with pytest.raises(CannotQuote, match="excise duty on alcohol, tobacco and vaping goods"):
        _quoted(line("100", "MYR", hs_code=hs_code), registrations=OURS)
