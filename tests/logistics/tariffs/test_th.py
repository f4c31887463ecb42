"""Thailand: duty and VAT from the first baht since 2026, and the reliefs before."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(value, *, hs_code="621410", **facts):
    return quoted(parcel("TH", "THB", line(value, "THB", hs_code=hs_code), **facts))


def test_one_baht_is_free_and_a_satang_more_is_not():
    assert (_quoted("1.00").scheme, _quoted("1.00").charges) == ("relief-1", ())
    # 30 % of 1.01, 7 % of 1.31
    assert amounts(_quoted("1.01")) == [("customs-duty", "0.30"), ("import-vat", "0.09")]


@pytest.mark.parametrize(
    ("day", "scheme", "charges"),
    [
        (date(2024, 7, 4), "relief-1500", []),
        (date(2024, 7, 5), "relief-1500", [("import-vat", "105.00")]),
        (date(2025, 12, 31), "relief-1500", [("import-vat", "105.00")]),
        (date(2026, 1, 1), "standard", [("customs-duty", "450.00"), ("import-vat", "136.50")]),
    ],
)
def test_the_relief_of_fifteen_hundred_baht_ended_step_by_step(day, scheme, charges):
    answer = _quoted("1000", freight="500", on=day)
    assert (answer.scheme, amounts(answer)) == (scheme, charges)


def test_above_fifteen_hundred_baht_there_was_no_relief():
    assert _quoted("1000", freight="500.01", on=date(2025, 12, 31)).scheme == "standard"


def test_a_registered_seller_takes_the_vat_and_leaves_the_duty():
    answer = _quoted("1000", freight="500", registrations=("TH-VAT",))
    assert [(charge.rule, str(charge.amount.amount), charge.collected) for charge in answer.charges] == [
        ("customs-duty", "450.00", "border"),
        ("supply-vat", "136.50", "checkout"),
    ]


def test_a_sale_within_the_country_has_vat():
    assert amounts(_quoted("900", freight="100", ship_from="TH")) == [("supply-vat", "70.00")]


@pytest.mark.parametrize("hs_code", ["220421", "330300"])
def test_wine_and_perfume_are_refused(hs_code):
    with pytest.raises(CannotQuote, match="excise duty on alcohol, tobacco and perfume"):
        _quoted("1000", hs_code=hs_code, registrations=("TH-VAT",))
