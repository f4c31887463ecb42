"""Canada: what each scheme charges, by province, and where one ends and the next begins."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(value, *, hs_code="621410", freight="0", **facts):
    return quoted(parcel("CA", "CAD", line(value, "CAD", hs_code=hs_code), freight=freight, **facts))


def test_twenty_dollars_are_free_and_a_cent_more_is_taxed_whole():
    assert (_quoted("20.00", region="ON").scheme, _quoted("20.00", region="ON").charges) == ("relief-20", ())
    over = _quoted("20.01", region="ON", freight="15")
    # 9 % of 20.01, 13 % of 21.81: freight is no part of the value
    assert (over.scheme, amounts(over)) == ("standard", [("customs-duty", "1.80"), ("import-gst", "2.84")])


def test_books_are_outside_the_remission():
    answer = _quoted("10.00", hs_code="490110", region="ON")
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-gst", "0.50"), ("import-pst", "0.00")]
    assert "Line 1 (490110, books) closes relief-20 to this parcel." in [str(one) for one in answer.warnings]


@pytest.mark.parametrize(
    ("value", "facts", "scheme", "charges"),
    [
        ("40.00", {"ship_from": "US", "region": "QC"}, "cusma-40", []),
        ("40.01", {"ship_from": "US", "region": "QC"}, "cusma-150",
         [("import-gst", "2.00"), ("import-pst", "3.99")]),
        ("150.00", {"ship_from": "MX", "region": "BC"}, "cusma-150",
         [("import-gst", "7.50"), ("import-pst", "10.50")]),
        ("150.01", {"ship_from": "MX", "region": "BC"}, "standard",
         [("customs-duty", "13.50"), ("import-gst", "8.18"), ("import-pst", "11.45")]),
        ("40.00", {"ship_from": "US", "region": "AB", "service_mode": "post"}, "standard",
         [("customs-duty", "3.60"), ("import-gst", "2.18")]),
        ("40.00", {"ship_from": "CN", "region": "AB"}, "standard",
         [("customs-duty", "3.60"), ("import-gst", "2.18")]),
    ],
)  # fmt: skip
def test_couriers_from_the_united_states_and_mexico_have_limits_of_their_own(value, facts, scheme, charges):
    answer = _quoted(value, **facts)
    assert (answer.scheme, amounts(answer)) == (scheme, charges)


@pytest.mark.parametrize(
    ("region", "day", "charges"),
    [
        ("ON", date(2026, 11, 22), [("supply-gst", "13.00")]),
        ("NS", date(2025, 3, 31), [("supply-gst", "15.00")]),
        ("NS", date(2025, 4, 1), [("supply-gst", "14.00")]),
        ("SK", date(2026, 11, 22), [("supply-gst", "5.00"), ("supply-pst", "6.00")]),
        ("QC", date(2026, 11, 22), [("supply-gst", "5.00"), ("supply-pst", "9.98")]),
        ("YT", date(2026, 11, 22), [("supply-gst", "5.00")]),
    ],
)
def test_a_sale_within_canada_is_taxed_by_province(region, day, charges):
    answer = _quoted("90", freight="10", ship_from="CA", region=region, on=day)
    assert (answer.scheme, amounts(answer)) == ("domestic", charges)


@pytest.mark.parametrize(
    ("facts", "scheme"),
    [
        ({"ship_from": "CA"}, "domestic-province-unknown"),
        ({"ship_from": "US"}, "cusma-150-province-unknown"),
        ({"ship_from": "CN"}, "standard-province-unknown"),
    ],
)
def test_without_a_province_the_answer_says_what_is_missing(facts, scheme):
    answer = _quoted("100", **facts)
    assert answer.scheme == scheme
    assert [str(one) for one in answer.warnings] == ["The province is not known; only GST of 5 % is counted."]


def test_a_proof_of_origin_takes_the_duty_away():
    bag = line("200", "CAD", hs_code="420221", origin="US", proof_of_origin=True)
    answer = quoted(parcel("CA", "CAD", bag, ship_from="US", region="AB"))
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-gst", "10.00")]


def test_wine_is_refused():
    with pytest.raises(CannotQuote, match="excise duty on alcohol and tobacco"):
        _quoted("15.00", hs_code="220421", region="ON")
