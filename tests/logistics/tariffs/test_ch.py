"""Switzerland and Liechtenstein: amounts of up to CHF 5 are not levied, registered sellers charge VAT at checkout."""

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _parcel(goods, to="CH", freight="0", registrations=(), **facts):
    goods_facts = {key: facts.pop(key) for key in ("hs_code", "weight_grams") if key in facts}
    shipment = {"freight": freight, "registrations": registrations, **facts}
    return parcel(to, "CHF", line(goods, "CHF", **goods_facts), **shipment)


@pytest.mark.parametrize(
    ("goods", "freight", "tax"),
    [("50", "12", "0.00"), ("62.49", "0", "0.00"), ("51", "12", "5.10"), ("100", "10", "8.90")],
)
def test_tax_of_up_to_five_francs_is_waived_after_rounding(goods, freight, tax):
    answer = quoted(_parcel(goods, freight=freight))
    assert (answer.scheme, amounts(answer)) == ("standard", [("customs-duty", "0.00"), ("import-vat", tax)])


@pytest.mark.parametrize(("goods", "tax"), [("193", "0.00"), ("194", "5.05")])
def test_books_reach_the_waiver_later(goods, tax):
    assert amounts(quoted(_parcel(goods, hs_code="490199")))[1] == ("import-vat", tax)


def test_the_carriers_fee_is_part_of_the_tax_base():
    answer = quoted(_parcel("62", clearance_fee=Money("20.00", "CHF")))
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-vat", "6.65"), ("clearance-fee", "20.00")]


def test_duty_of_up_to_five_francs_is_waived_too():
    small = quoted(_parcel("20", hs_code="180690", weight_grams=4166))
    assert amounts(small) == [("customs-duty", "0.00"), ("import-vat", "0.00")]
    assert small.charges[0].waived_up_to == Money(5, "CHF")
    large = quoted(_parcel("20", hs_code="180690", weight_grams=5000))
    assert amounts(large)[0] == ("customs-duty", "6.00")


def test_a_registered_seller_charges_tax_from_the_first_franc():
    answer = quoted(_parcel("50", freight="12", registrations=("CH-VAT",)))
    assert (answer.scheme, answer.collected) == ("CH-VAT", "checkout")
    assert amounts(answer) == [("customs-duty", "0.00"), ("supply-vat", "5.02")]


def test_liechtenstein_is_the_same_territory():
    assert amounts(quoted(_parcel("100", to="LI")))[1] == ("import-vat", "8.10")
    between = quoted(_parcel("100", to="LI", ship_from="CH"))
    assert (between.scheme, amounts(between)) == ("domestic", [("supply-vat", "8.10")])


def test_wine_is_refused():
    with pytest.raises(CannotQuote) as refused:
        quoted(_parcel("50", hs_code="220421", registrations=("CH-VAT",)))
    assert (refused.value.reason, refused.value.detail) == ("no_rate", "excise duty on alcohol and tobacco")
