"""South Africa: VAT on the customs value with 10 % on top plus duty, and the concession below ZAR 500."""

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(goods, hs_code="691200", freight="0", **facts):
    return quoted(parcel("ZA", "ZAR", line(goods, "ZAR", hs_code=hs_code, **facts), freight=freight))


def test_vat_is_due_on_the_value_with_ten_percent_on_top():
    answer = _quoted("1000", hs_code="851713", freight="200")
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-vat", "165.00")]


def test_duty_is_added_after_the_uplift():
    assert amounts(_quoted("1000")) == [("customs-duty", "300.00"), ("import-vat", "210.00")]


def test_goods_of_a_neighbour_in_the_customs_union_have_no_uplift():
    answer = _quoted("1000", hs_code="851713", origin="BW")
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-vat-blns", "150.00")]


def test_below_500_rand_a_flat_rate_stands_in_place_of_duty():
    answer = _quoted("499.99")
    assert (answer.scheme, amounts(answer)) == (
        "low-value",
        [("low-value-duty", "100.00"), ("import-vat", "97.50")],
    )
    assert _quoted("500").scheme == "standard"


def test_clothing_has_no_concession():
    answer = _quoted("100", hs_code="621410")
    assert (answer.scheme, amounts(answer)) == (
        "standard",
        [("customs-duty", "45.00"), ("import-vat", "23.25")],
    )


def test_a_proof_of_european_origin_saves_the_duty():
    answer = _quoted("1000", origin="PT", proof_of_origin=True)
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-vat", "165.00")]


def test_tobacco_is_refused():
    with pytest.raises(CannotQuote) as refused:
        _quoted("1000", hs_code="240220")
    assert refused.value.reason == "no_rate"
