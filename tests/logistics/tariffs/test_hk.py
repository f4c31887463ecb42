"""Hong Kong: nothing is owed, but for four kinds of goods that are not quoted."""

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(hs_code, **facts):
    return quoted(parcel("HK", "HKD", line("50000", "HKD", hs_code=hs_code), freight="900", **facts))


@pytest.mark.parametrize("hs_code", ["621410", "910211", "220421"])
def test_goods_and_wine_enter_free(hs_code):
    answer = _quoted(hs_code)
    assert (answer.scheme, amounts(answer)) == ("standard", [("customs-duty", "0.00")])


@pytest.mark.parametrize("hs_code", ["220830", "240220", "271012", "290511"])
def test_the_four_dutiable_commodities_are_refused(hs_code):
    with pytest.raises(CannotQuote, match="duty on spirits, tobacco, fuel and methyl alcohol"):
        _quoted(hs_code)


def test_a_sale_within_the_city_has_no_tax():
    answer = _quoted("621410", ship_from="HK")
    assert (answer.scheme, answer.charges) == ("domestic", ())
