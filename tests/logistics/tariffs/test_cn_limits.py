"""Shanghai: the buyer's limits of CNY 5,000 per order and 26,000 per year, through the pack the shop ships."""

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def to_shanghai(*lines, **facts):
    """A parcel from Japan to Shanghai by courier, the seller registered for CBEC."""
    usual = {
        "ship_from": "JP",
        "registrations": ["CN-CBEC"],
        "postcode": "200000",
        "buyer_year_to_date": Money(0, "CNY"),
    }
    return quoted(parcel("CN", "CNY", *lines, **{**usual, **facts}))


def bowls(value, quantity=1, line_id="1"):
    """Porcelain bowls of Japan: 13 % VAT, no consumption tax."""
    return line(value, "CNY", hs_code="691110", origin="JP", quantity=quantity, line_id=line_id)


def test_an_order_of_five_thousand_pays_the_reduced_tax():
    landed = to_shanghai(bowls("5000", 2))
    assert (landed.scheme, landed.collected) == ("CN-CBEC", "checkout")
    assert ("cbec-vat", "455.00") in amounts(landed)
    assert landed.duty == Money(0, "CNY")


def test_one_indivisible_item_over_five_thousand_pays_the_full_tariff():
    landed = to_shanghai(bowls("5001"))
    assert landed.scheme == "CN-CBEC-full"
    # Duty 7 % of 5,001, then 13 % VAT on both.
    assert {("customs-duty", "350.07"), ("full-vat", "695.64")} <= set(amounts(landed))
    assert landed.total == Money("1045.71", "CNY")


@pytest.mark.parametrize(
    "lines", [(bowls("5001", 2),), (bowls("3000"), bowls("2001", line_id="2"))], ids=["pieces", "lines"]
)
def test_several_items_over_five_thousand_are_refused_with_the_advice_to_split(lines):
    with pytest.raises(CannotQuote, match="split it into several orders") as no:
        to_shanghai(*lines)
    assert no.value.reason == "over_limit"


def test_freight_counts_towards_the_limit():
    with pytest.raises(CannotQuote, match="split it"):
        to_shanghai(bowls("4950", 2), freight="51")


@pytest.mark.parametrize(("before", "scheme"), [("21000", "CN-CBEC"), ("20999.99", "CN-CBEC")])
def test_what_was_bought_before_leaves_room_up_to_twenty_six_thousand(before, scheme):
    assert to_shanghai(bowls("5000"), buyer_year_to_date=Money(before, "CNY")).scheme == scheme


@pytest.mark.parametrize(("value", "before"), [("5000", "21000.01"), ("100", "26000"), ("26001", "0")])
def test_over_twenty_six_thousand_in_a_year_is_refused(value, before):
    with pytest.raises(CannotQuote, match="26,000 per buyer and calendar year") as no:
        to_shanghai(bowls(value), buyer_year_to_date=Money(before, "CNY"))
    assert no.value.reason == "over_limit"


def test_an_item_over_five_thousand_uses_the_year_too():
    with pytest.raises(CannotQuote, match="26,000"):
        to_shanghai(bowls("6000"), buyer_year_to_date=Money("20000.01", "CNY"))
    assert to_shanghai(bowls("6000"), buyer_year_to_date=Money("20000", "CNY")).scheme == "CN-CBEC-full"


def test_an_unknown_past_is_said_aloud():
    landed = to_shanghai(bowls("100"), buyer_year_to_date=None)
    assert any("already bought this year" in str(notice) for notice in landed.warnings)
