"""Philippines: PHP 10,000 of goods are free, per buyer and day; above, VAT is on everything the parcel has cost."""

from datetime import date

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(value, *, hs_code="621410", **facts):
    known = {"buyer_day": Money(0, "PHP"), **facts}
    return quoted(parcel("PH", "PHP", line(value, "PHP", hs_code=hs_code), **known))


@pytest.mark.parametrize("value", ["3000", "10000"])
def test_up_to_ten_thousand_pesos_without_freight_are_free(value):
    # Example PH-02 is 3,000 of goods and 800 of shipping.
    answer = _quoted(value, freight="800")
    assert (answer.scheme, answer.charges, answer.warnings) == ("relief-10000", (), ())


def test_above_the_fees_are_part_of_the_base_of_vat():
    # 15 % of 10,800.01; 12 % of 10,800.01 + 1,620.00 + 700 + 250
    assert amounts(_quoted("10000.01", freight="800")) == [
        ("customs-duty", "1620.00"),
        ("brokerage", "700.00"),
        ("processing-fee", "250.00"),
        ("import-vat", "1604.40"),
    ]


def test_the_carriers_fee_is_taxed_too():
    answer = _quoted("10000.01", freight="800", clearance_fee=Money("100.00", "PHP"))
    assert amounts(answer)[3:] == [("import-vat", "1616.40"), ("clearance-fee", "100.00")]


def test_parcels_of_one_day_count_together_since_may_2025():
    before = Money("4000.01", "PHP")
    assert _quoted("6000", buyer_day=Money(4000, "PHP")).scheme == "relief-10000"
    assert _quoted("6000", buyer_day=before).scheme == "standard"
    assert _quoted("6000", buyer_day=before, on=date(2025, 5, 7)).scheme == "standard"
    assert _quoted("6000", buyer_day=before, on=date(2025, 5, 6)).scheme == "relief-10000"


def test_jewellery_pays_excise_before_vat():
    # 10 % of 20,000; 20 % of 22,950; 12 % of 27,540
    assert amounts(_quoted("20000", hs_code="711311")) == [
        ("customs-duty", "2000.00"),
        ("brokerage", "700.00"),
        ("processing-fee", "250.00"),
        ("luxury-excise", "4590.00"),
        ("import-vat", "3304.80"),
    ]


def test_a_sale_within_the_country_has_vat():
    assert amounts(_quoted("900", freight="100", ship_from="PH")) == [("supply-vat", "120.00")]


def test_tobacco_is_refused_whatever_its_value():
    with pytest.raises(CannotQuote, match="excise duty on alcohol and tobacco"):
        _quoted("500", hs_code="240220")
