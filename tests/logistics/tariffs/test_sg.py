"""Singapore: GST at checkout item by item, import relief by customs value, and the rates of earlier years."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

OURS = ("SG-GST",)


def _quoted(*lines, **facts):
    return quoted(parcel("SG", "SGD", *lines, **facts))


def test_an_item_of_four_hundred_dollars_is_taxed_at_checkout_and_a_cent_more_at_the_border():
    at = _quoted(line("400.00", "SGD"), freight="50", registrations=OURS)
    assert (at.scheme, at.collected, amounts(at)) == ("SG-GST", "checkout", [("supply-gst", "40.50")])
    over = _quoted(line("400.01", "SGD"), freight="50", registrations=OURS)
    assert (over.scheme, over.collected) == ("standard", "border")
    assert amounts(over) == [("customs-duty", "0.00"), ("import-gst", "40.50")]


def test_each_item_is_judged_alone_even_when_the_parcel_is_above():
    lines = (line("900", "SGD", quantity=3), line("500", "SGD", line_id="2"))
    answer = _quoted(*lines, freight="70", registrations=OURS)
    assert answer.scheme == "SG-GST+standard"
    assert amounts(answer) == [("supply-gst", "85.05"), ("customs-duty", "0.00"), ("import-gst", "47.25")]


def test_an_unregistered_sellers_limit_is_on_goods_and_freight():
    assert _quoted(line("380", "SGD"), freight="20").scheme == "import-relief"
    over = _quoted(line("380", "SGD"), freight="20.01")
    assert (over.scheme, amounts(over)) == ("standard", [("customs-duty", "0.00"), ("import-gst", "36.00")])


@pytest.mark.parametrize(
    ("value", "day", "charges"),
    [
        ("200", date(2022, 12, 31), []),  # example SG-01
        ("450", date(2022, 12, 31), [("customs-duty", "0.00"), ("import-gst", "31.50")]),  # example SG-02
        ("450", date(2023, 1, 1), [("customs-duty", "0.00"), ("import-gst", "36.00")]),
        ("450", date(2023, 12, 31), [("customs-duty", "0.00"), ("import-gst", "36.00")]),
        ("450", date(2024, 1, 1), [("customs-duty", "0.00"), ("import-gst", "40.50")]),
    ],
)
def test_the_rate_is_that_of_the_day(value, day, charges):
    assert amounts(_quoted(line(value, "SGD"), on=day)) == charges


def test_before_2023_there_was_no_gst_at_checkout():
    before = _quoted(line("300", "SGD"), registrations=OURS, on=date(2022, 12, 31))
    assert before.scheme == "import-relief"


def test_a_sale_within_the_country_has_gst():
    assert amounts(_quoted(line("90", "SGD"), freight="10", ship_from="SG")) == [("supply-gst", "9.00")]


def test_whisky_is_refused():
    with pytest.raises(CannotQuote, match="duty on alcohol"):
        _quoted(line("80", "SGD", hs_code="220830"), registrations=OURS)
