"""The members of the European Union: their VAT beside the library it is taken from, reduced rates, fees of their own."""

from datetime import date
from decimal import Decimal

import eu_vat_rates_data
import pytest

from localization.territory_table import EU_MEMBERS
from tests.logistics.tariff_support import amounts, line, parcel, quoted, shop_packs

IOSS = ("IOSS",)
WITH_TABLES = sorted({*EU_MEMBERS, "GB", "XI"})
# Part of a member's country -> the member among whose reduced rates the library lists the standard rate that holds there.
PARTS = {"AT-JUM": "AT", "PT-20": "PT", "PT-30": "PT"}


def _vat(code):
    """Today's rates of a pack as shares in percent: (for everything, the others)."""
    rows = [row for row in shop_packs()[code].content["tables"]["vat"]["rows"] if not row.get("to")]
    rates = [
        (row["hs"], Decimal(0) if row["rate"] == "free" else Decimal(row["rate"].removesuffix("%").strip()))
        for row in rows
    ]
    (standard,) = (rate for hs, rate in rates if hs == ["*"])
    return standard, {rate for hs, rate in rates if hs != ["*"]}


def _known(code):
    found = eu_vat_rates_data.get_rate(code)
    reduced = {*found["reduced"], found["super_reduced"], found["parking"]} - {None}
    return Decimal(str(found["standard"])), {Decimal(str(rate)) for rate in reduced}


@pytest.mark.parametrize("code", WITH_TABLES)
def test_a_members_rates_are_those_of_the_library(code):
    standard, others = _vat(code)
    known, reduced = _known(code)
    assert standard == known
    assert others <= {*reduced, known, Decimal(0)}


@pytest.mark.parametrize(("code", "member"), PARTS.items())
def test_the_rate_of_a_part_of_a_member_is_one_of_that_members(code, member):
    assert _vat(code)[0] in _known(member)[1]


@pytest.mark.parametrize("code", sorted(EU_MEMBERS))
def test_a_pack_says_of_which_day_its_rates_are(code):
    assert f"as of {eu_vat_rates_data.data_version}," in shop_packs()[code].content["sources"]["tedb"]


@pytest.mark.parametrize("to", sorted(EU_MEMBERS))
def test_every_member_takes_a_parcel_from_another_without_a_border(to):
    source = "DE" if to != "DE" else "FR"
    answer = quoted(parcel(to, "EUR", line("100.00", "EUR"), ship_from=source))
    standard, _ = _vat(to)
    assert (answer.scheme, amounts(answer)) == ("oss", [("supply-vat", f"{standard:.2f}")])
    assert answer.collected == "checkout"
    assert (answer.duty.amount, answer.fees.amount) == (0, 0)


@pytest.mark.parametrize("to", sorted(EU_MEMBERS - {"FR", "IT", "RO"}))
def test_every_member_takes_ioss_and_three_euro_of_duty(to):
    answer = quoted(parcel(to, "EUR", line("150.00", "EUR"), registrations=IOSS))
    standard, _ = _vat(to)
    vat = f"{Decimal(150) * standard / 100:.2f}"
    assert (answer.scheme, amounts(answer)) == ("IOSS", [("flat-duty", "3.00"), ("ioss-vat", vat)])


@pytest.mark.parametrize(
    ("to", "hs_code", "on", "vat"),
    [
        ("FI", "621410", date(2024, 8, 31), "24.00"),
        ("FI", "621410", date(2024, 9, 1), "25.50"),
        ("EE", "621410", date(2025, 6, 30), "22.00"),
        ("EE", "621410", date(2025, 7, 1), "24.00"),
        ("SK", "621410", date(2024, 12, 31), "20.00"),
        ("SK", "621410", date(2025, 1, 1), "23.00"),
        ("RO", "621410", date(2025, 7, 31), "19.00"),
        ("RO", "621410", date(2025, 8, 1), "21.00"),
        ("LT", "490199", date(2025, 12, 31), "9.00"),
        ("LT", "490199", date(2026, 1, 1), "5.00"),
        ("SE", "090121", date(2026, 3, 31), "12.00"),
        ("SE", "090121", date(2026, 4, 1), "6.00"),
        ("IE", "090121", date(2026, 11, 22), "0.00"),
        ("IE", "180690", date(2026, 11, 22), "23.00"),
        ("IT", "150920", date(2026, 11, 22), "4.00"),
        ("PL", "090210", date(2026, 11, 22), "23.00"),
        ("CZ", "490199", date(2026, 11, 22), "0.00"),
    ],
)
def test_the_rate_goes_by_the_goods_and_the_day(to, hs_code, on, vat):
    goods = line("100.00", "EUR", hs_code=hs_code)
    assert amounts(quoted(parcel(to, "EUR", goods, ship_from="DE", on=on))) == [("supply-vat", vat)]


def test_romania_takes_a_fee_for_each_parcel():
    lines = (line("50.00", "EUR"), line("50.00", "EUR", line_id="2", hs_code="610910"))
    charged = [("flat-duty", "3.00"), ("flat-duty", "3.00"), ("ioss-vat", "10.50"), ("ioss-vat", "10.50")]
    answer = quoted(parcel("RO", "EUR", *lines, registrations=IOSS))
    assert amounts(answer) == [*charged, ("parcel-fee", "5.00")]
    before = quoted(parcel("RO", "EUR", *lines, registrations=IOSS, on=date(2025, 12, 31)))
    assert "parcel-fee" not in dict(amounts(before))


def test_the_fee_of_romania_ends_where_the_low_value_does():
    dearer = quoted(parcel("RO", "EUR", line("150.01", "EUR"), registrations=IOSS))
    assert amounts(dearer) == [("customs-duty", "12.00"), ("import-vat", "34.02")]


@pytest.mark.parametrize(
    ("on", "fee"),
    [(date(2026, 6, 30), None), (date(2026, 7, 1), "2.00")],
)
def test_italy_takes_its_fee_once_it_was_no_longer_postponed(on, fee):
    lines = (line("50.00", "EUR"), line("50.00", "EUR", line_id="2", hs_code="610910"))
    answer = quoted(parcel("IT", "EUR", *lines, on=on))
    assert dict(amounts(answer)).get("parcel-fee") == fee


def test_france_takes_its_fee_for_each_heading():
    lines = (line("50.00", "EUR"), line("50.00", "EUR", line_id="2", hs_code="610910"))
    answer = quoted(parcel("FR", "EUR", *lines))
    assert (str(answer.fees.amount), str(answer.duty.amount)) == ("4.00", "6.00")
