"""What comes back of duty and tax: in proportion to what goes back, by the terms of the scheme, in time."""

from dataclasses import replace
from datetime import date

import pytest
from moneyed import Money

from localization.money import total
from logistics.duty_refunds import RefundPart, ReturnedLine, refundable, terms_in, to_buyer
from logistics.landed_cost.pack import RefundTerms
from tests.logistics.tariff_support import DAY, line, parcel, quoted, shop_book

IOSS = {"IOSS": RefundTerms(duty="claim", tax="full", source="a test", confidence="M", within_days=90)}


def eur(amount):
    """Money in euro."""
    return Money(amount, "EUR")


def charges(kind="import_vat", amount="10.01", **changes):
    """One charge of a quote to Germany, made another's."""
    (first, *_) = quoted(parcel("DE", "EUR", line("50", "EUR"), registrations=["IOSS"])).charges
    usual = {"kind": kind, "amount": eur(amount), "line_id": "1", "scheme": "IOSS", "collected": "checkout"}
    return (replace(first, **{**usual, **changes}),)


def back(returned=1, quantity=1, value="50", line_id="1"):
    """A line of which so many pieces go back."""
    return ReturnedLine(line_id=line_id, value=eur(value), quantity=quantity, returned=returned)


def ways(parts):
    """Amount and way of each part."""
    return [(str(part.amount.amount), part.way) for part in parts]


@pytest.mark.parametrize(
    ("kind", "days", "way"),
    [
        ("import_vat", 3, "full"),
        ("duty", 3, "claim"),
        ("duty", 90, "claim"),
        ("duty", 91, "none"),
        ("import_vat", 91, "none"),
        ("fee", 3, "none"),
        ("fee", None, "full"),
        ("duty", None, "full"),
    ],
)
def test_the_terms_of_the_scheme_say_how_it_comes_back(kind, days, way):
    parts = refundable(charges(kind), [back()], terms=IOSS, days_since_release=days)
    assert ways(parts) == [("10.01", way)]


@pytest.mark.parametrize(
    ("kind", "collected", "way"),
    [
        ("vat", "checkout", "full"),
        ("import_vat", "checkout", "claim"),
        ("duty", "border", "claim"),
        ("fee", "border", "none"),
    ],
)
def test_without_terms_the_tax_of_the_sale_is_corrected_and_the_border_is_asked(kind, collected, way):
    parts = refundable(charges(kind, collected=collected), [back()], terms={}, days_since_release=5)
    assert ways(parts) == [("10.01", way)]


@pytest.mark.parametrize(("returned", "amount"), [(1, "3.34"), (2, "6.67"), (3, "10.01")])
def test_a_part_of_a_line_brings_its_part_of_the_charge(returned, amount):
    parts = refundable(charges(), [back(returned, 3)], terms=IOSS, days_since_release=1)
    assert ways(parts) == [(amount, "full")]


def test_nothing_returned_brings_nothing():
    assert refundable(charges(), [back(0)], terms=IOSS, days_since_release=1) == ()
    assert refundable(charges(), [back(line_id="2")], terms=IOSS, days_since_release=1) == ()


def test_a_charge_of_the_whole_parcel_is_shared_by_value():
    lines = [back(1, 1, "30"), back(0, 2, "70", "2")]
    parts = refundable(charges("duty", "3.00", line_id=None), lines, terms=IOSS, days_since_release=1)
    assert ways(parts) == [("0.90", "claim")]


def test_what_goes_back_piece_by_piece_is_never_more_than_the_charge():
    lines = [back(1, 1, "33.33", "1"), back(1, 1, "33.33", "2"), back(1, 1, "33.34", "3")]
    charge = charges("duty", "10.00", line_id=None)
    (whole,) = refundable(charge, lines, terms=IOSS, days_since_release=1)
    single = [
        refundable(
            charge,
            [replace(one, returned=int(one == gone)) for one in lines],
            terms=IOSS,
            days_since_release=1,
        )
        for gone in lines
    ]
    assert whole.amount == eur("10.00")
    assert total((parts[0].amount for parts in single), "EUR") == eur("10.00")


def test_the_buyer_gets_what_is_corrected_and_what_is_claimed():
    (one,) = charges()
    parts = [
        RefundPart(charge=one, amount=eur("1.00"), way="full"),
        RefundPart(charge=one, amount=eur("2.00"), way="claim"),
        RefundPart(charge=one, amount=eur("4.00"), way="none"),
    ]
    assert to_buyer(parts, "EUR") == eur("3.00")


@pytest.mark.parametrize(("returned", "quantity"), [(2, 1), (-1, 1), (0, 0)])
def test_more_than_was_bought_cannot_go_back(returned, quantity):
    with pytest.raises(ValueError, match="cannot go back"):
        back(returned, quantity)


def test_the_pack_of_china_gives_all_back_within_thirty_days():
    terms = terms_in(shop_book(), "CN", DAY)
    assert (terms["CN-CBEC"].duty, terms["CN-CBEC"].tax, terms["CN-CBEC"].within_days) == ("full", "full", 30)
    assert "2020/45" in terms["CN-CBEC"].source
    assert "postal-articles" not in terms
    assert terms_in(shop_book(), "CN", date(2018, 12, 31)) == {}
    assert terms_in(shop_book(), "AQ", DAY) == {}


@pytest.mark.parametrize("member", ["DE", "FR", "IT", "RO"])
def test_the_packs_of_the_union_correct_the_vat_and_claim_the_duty(member):
    terms = terms_in(shop_book(), member, DAY)["IOSS"]
    assert (terms.duty, terms.tax, terms.confidence) == ("claim", "full", "M")
    assert terms.source.startswith("https://sede.agenciatributaria.gob.es/")
    assert "to verify" in terms.note


def test_the_pack_of_great_britain_corrects_the_vat_of_the_sale():
    assert terms_in(shop_book(), "GB", DAY)["UK-VAT"].tax == "full"
