"""New Zealand: items up to NZD 1,000 with GST at checkout, the border above, and the floor of NZD 60 until 2019."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

OURS = ("NZ-GST",)


def _quoted(*lines, freight="0", **facts):
    return quoted(parcel("NZ", "NZD", *lines, freight=freight, **facts))


def test_the_example_of_customs_is_what_a_registered_seller_collects():
    # 15 % of 1,000 and 100 of freight: example NZ-01
    answer = _quoted(line("1000.00", "NZD"), freight="100", registrations=OURS)
    assert (answer.scheme, answer.collected, amounts(answer)) == (
        "NZ-GST",
        "checkout",
        [("supply-gst", "165.00")],
    )


def test_an_item_above_a_thousand_dollars_goes_to_the_border():
    answer = _quoted(line("1000.01", "NZD", hs_code="691110"), freight="100", registrations=OURS)
    assert (answer.scheme, answer.collected) == ("standard", "border")
    assert amounts(answer) == [("customs-duty", "50.00"), ("import-gst", "172.50")]


def test_small_items_in_a_large_consignment_owe_duty_and_its_gst_at_the_border():
    two = line("1600", "NZD", hs_code="691110", quantity=2)
    answer = _quoted(two, freight="100", registrations=OURS)
    assert answer.scheme == "NZ-GST-over-1000"
    assert [(charge.rule, str(charge.amount.amount), charge.collected) for charge in answer.charges] == [
        ("supply-gst", "255.00", "checkout"),
        ("customs-duty", "80.00", "border"),
        ("duty-gst", "12.00", "border"),
    ]


def test_each_item_is_judged_alone():
    lines = (line("800", "NZD", hs_code="691110"), line("1200", "NZD", line_id="2", hs_code="691110"))
    answer = _quoted(*lines, freight="100", registrations=OURS)
    assert answer.scheme == "NZ-GST-over-1000+standard"
    assert amounts(answer) == [
        ("supply-gst", "126.00"),
        ("customs-duty", "40.00"),
        ("duty-gst", "6.00"),
        ("customs-duty", "60.00"),
        ("import-gst", "198.00"),
    ]


def test_an_unregistered_seller_owes_nothing_up_to_a_thousand_dollars_in_all():
    free = _quoted(line("1000.00", "NZD"), freight="100")
    assert (free.scheme, free.charges) == ("low-value-unregistered", ())
    assert [str(one) for one in free.warnings] == [
        "A seller with NZD 60,000 of sales to New Zealand must register for GST."
    ]
    lines = (line("600", "NZD"), line("400.01", "NZD", line_id="2"))
    assert _quoted(*lines).scheme == "standard"


@pytest.mark.parametrize(
    ("value", "charges"),
    [
        ("390", [("customs-duty", "39.00"), ("import-gst", "64.35")]),  # example NZ-04
        ("226.39", [("customs-duty", "0.00"), ("import-gst", "0.00")]),
        ("226.41", [("customs-duty", "22.64"), ("import-gst", "37.36")]),
    ],
)
def test_until_november_2019_less_than_sixty_dollars_was_not_collected(value, charges):
    answer = _quoted(line(value, "NZD", hs_code="610910"), on=date(2019, 11, 30))
    assert (answer.scheme, amounts(answer)) == ("small-charges", charges)


def test_a_sale_within_the_country_has_gst():
    assert amounts(_quoted(line("90", "NZD"), freight="10", ship_from="NZ")) == [("supply-gst", "15.00")]


def test_wine_is_refused_with_its_line():
    with pytest.raises(CannotQuote) as refusal:
        _quoted(line("50", "NZD"), line("50", "NZD", line_id="2", hs_code="220421"), registrations=OURS)
    assert (refusal.value.reason, refusal.value.line_id) == ("no_rate", "2")
