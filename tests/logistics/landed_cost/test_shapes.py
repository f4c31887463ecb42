"""Every shape a rule can have, each through a pack of a few lines."""

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote
from logistics.landed_cost.packs import BadPack
from tests.logistics.example_packs import WHY, pack
from tests.logistics.tariff_support import amounts, book_of, line, parcel, quoted


def _charges(text, *lines, to="US", currency="USD", **facts):
    lines = lines or (line("100", currency),)
    return amounts(quoted(parcel(to, currency, *lines, **facts), book_of(text)))


def _rules(*rules):
    return "\n".join(f"  - {{{rule}, {WHY}}}" for rule in rules)


CUT = "base_rounding: {to: 1000, mode: down}, rounding: {to: 100, mode: down}"

# rules, goods, freight, charges: figures of domain examples where a country is named
SHAPES = {
    "uplifted base (ZA)": (
        ["id: duty, kind: duty, base: fob, rate: 0 %", "id: vat, kind: import_vat, base: {goods: 1.1, duty: 1}, rate: 15 %"],
        "1000", "0", [("duty", "0.00"), ("vat", "165.00")],
    ),
    "gross-up (BR)": (
        ["id: ii, kind: duty, base: cif, rate: 20 %", "id: icms, kind: import_vat, base: [cif, ii], rate: 17 %, gross_up: true"],
        "50", "0", [("ii", "10.00"), ("icms", "12.29")],
    ),
    "fixed deduction (BR)": (
        ["id: ii, kind: duty, base: cif, scale: [{up_to: 50, rate: 20 %}, {up_to: 3000, rate: 60 %, deduct: 20}]"],
        "190.84", "0", [("ii", "94.50")],
    ),
    "one global rate (MX)": (
        ["id: global, kind: import_vat, base: fob, rate: 33.5 %"],
        "500", "20", [("global", "167.50")],
    ),
    "surcharge on duty (IN)": (
        ["id: bcd, kind: duty, base: cif, rate: 20 %", "id: sws, kind: duty, base: bcd, rate: 10 %",
         "id: igst, kind: import_vat, base: [cif, duty], rate: 18 %"],
        "100", "0", [("bcd", "20.00"), ("sws", "2.00"), ("igst", "21.96")],
    ),
    "tax waived up to an amount": (
        ["id: vat, kind: import_vat, base: cif, rate: 5 %, waived_up_to: 5"],
        "100", "0", [("vat", "0.00")],
    ),
    "tax above the waiver": (
        ["id: vat, kind: import_vat, base: cif, rate: 5 %, waived_up_to: 5"],
        "100", "0.20", [("vat", "5.01")],
    ),
    "rounding to 0.05 (CH)": (
        ["id: vat, kind: import_vat, base: cif, rate: 8.1 %, rounding: {to: 0.05}, waived_up_to: 5"],
        "62", "0", [("vat", "0.00")],
    ),
    "base cut to thousands, tax to hundreds (JP)": (
        [f"id: vat, kind: import_vat, base: cif, rate: 7.8 %, {CUT}"],
        "16999", "0", [("vat", "1200.00")],
    ),
    "per parcel, per line, per piece": (
        ["id: parcel, kind: fee, flat: 2.00 USD, per: parcel", "id: line, kind: fee, flat: 1.00 USD, per: line",
         "id: piece, kind: fee, flat: 0.10 USD, per: unit", "id: vat, kind: import_vat, base: [goods, fee], rate: 10 %"],
        "100", "0", [("parcel", "2.00"), ("line", "1.00"), ("piece", "0.10"), ("vat", "10.31")],
    ),
    "floor of the whole entry": (
        ["id: mpf, kind: fee, base: fob, rate: 0.3464 %, level: consignment, at_least: 33.58"],
        "100", "0", [("mpf", "33.58")],
    ),
    "cap of the whole entry": (
        ["id: mpf, kind: fee, base: fob, rate: 0.3464 %, level: consignment, at_most: 20"],
        "10000", "0", [("mpf", "20.00")],
    ),
    "displaced by another duty": (
        ["id: a, kind: duty, base: fob, rate: 50 %", "id: b, kind: duty, base: fob, rate: 10 %, unless: [a]"],
        "100", "0", [("a", "50.00")],
    ),
    "net of another duty": (
        ["id: a, kind: duty, base: fob, rate: 4 %", "id: b, kind: duty, base: fob, rate: 15 %, net_of: [a]"],
        "100", "0", [("a", "4.00"), ("b", "11.00")],
    ),
    "discounted statutory tax (CN)": (
        ["id: vat, kind: cbec_tax, base: cif, rate: 13 %, factor: 70 %"],
        "100", "0", [("vat", "9.10")],
    ),
    "specific by weight": (["id: d, kind: duty, base: fob, rate: 12 % + 2 USD/kg"], "100", "0", [("d", "13.00")]),
    "the higher of two": (
        ["id: d, kind: duty, base: fob, rate: higher of 5 % or 7 USD/pair"],
        "100", "0", [("d", "7.00")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "goods", "freight", "charges"), SHAPES.values(), ids=SHAPES.keys())
def test_a_rule_shape_reckons_what_it_should(rules, goods, freight, charges):
    text = pack("US", "USD", _rules(*rules))
    assert _charges(text, line(goods, "USD"), freight=freight) == charges


def test_charges_of_a_scheme_may_be_waived_together():
    rules = _rules(
        "id: duty, kind: duty, base: fob, rate: 10 %", "id: gst, kind: gst, base: [goods, duty], rate: 15 %"
    )
    text = pack("US", "USD", rules, scheme="waivers: [{rules: [duty, gst], up_to: 60}]")
    assert _charges(text, line("226.41", "USD")) == [("duty", "0.00"), ("gst", "0.00")]
    assert _charges(text, line("390", "USD")) == [("duty", "39.00"), ("gst", "64.35")]


BY_ITEM = f"""
pack: {{code: NZ, title: x, territories: [NZ], currency: NZD, valid_from: 2020-01-01, checked: 2026-11-22, route: line}}
rules:
  - {{id: gst, kind: gst, base: [cif, duty], rate: 15 %, {WHY}}}
  - {{id: duty, kind: duty, base: fob, rate: 10 %, {WHY}}}
schemes:
  - {{id: LVG, collected: checkout, when: {{value: {{basis: fob, scope: item, at_most: 1000}}}}, rules: [gst],
     source: x, confidence: H, from: 2020-01-01}}
  - {{id: formal, collected: border, rules: [duty, gst], source: x, confidence: H, from: 2020-01-01}}
"""


def test_each_item_may_go_its_own_way():
    two_of_900 = line("1800", "NZD", quantity=2)
    answer = quoted(parcel("NZ", "NZD", two_of_900), book_of(BY_ITEM))
    assert (answer.scheme, answer.collected, amounts(answer)) == ("LVG", "checkout", [("gst", "270.00")])
    mixed = quoted(parcel("NZ", "NZD", two_of_900, line("1100", "NZD", line_id="2")), book_of(BY_ITEM))
    assert (mixed.scheme, mixed.collected) == ("LVG+formal", "border")
    assert amounts(mixed) == [("gst", "270.00"), ("duty", "110.00"), ("gst", "181.50")]


def test_freight_and_insurance_are_shared_by_value_to_the_cent():
    text = pack("US", "USD", _rules("id: vat, kind: import_vat, base: [freight, insurance], rate: 100 %"))
    lines = [line("1", "USD", line_id=str(number)) for number in (1, 2, 3)]
    charges = _charges(text, *lines, freight="10.00", insurance="0.02")
    assert charges == [("vat", "3.35"), ("vat", "3.34"), ("vat", "3.33")]


TABLE = """
tables:
  duty:
    {source: x, confidence: H, from: 2024-01-01, rows: [
      {hs: "*", rate: 1 %}, {hs: ["61"], rate: 2 %}, {hs: ["6109"], rate: 3 %}, {hs: ["61091000"], rate: 4 %},
      {hs: ["6109"], rate: free, origin: ["@friends"]}, {hs: ["6109"], rate: 9 %, origin: [CN], to: 2025-12-31}]}
groups: {friends: [CH, NO]}
"""


@pytest.mark.parametrize(
    ("hs_code", "origin", "amount"),
    [
        ("620520", "CN", "1.00"),
        ("610520", "CN", "2.00"),
        ("610990", "CN", "3.00"),
        ("6109100000", "CN", "4.00"),
        ("6109100000", "NO", "4.00"),
        ("610990", "NO", "0.00"),
    ],
)
def test_the_longest_prefix_wins_then_the_origin(hs_code, origin, amount):
    text = pack("US", "USD", _rules("id: d, kind: duty, base: fob, table: duty"), extra=TABLE)
    assert _charges(text, line("100", "USD", hs_code=hs_code, origin=origin)) == [("d", amount)]


def test_a_scale_that_ends_refuses_what_lies_beyond():
    text = pack("US", "USD", _rules("id: d, kind: duty, base: fob, scale: [{up_to: 100, rate: 20 %}]"))
    assert _charges(text, line("100", "USD")) == [("d", "20.00")]
    with pytest.raises(CannotQuote) as refusal:
        _charges(text, line("100.01", "USD"))
    assert refusal.value.reason == "over_limit"


def test_a_floor_for_each_line_is_refused_at_load():
    with pytest.raises(BadPack, match="need level: consignment"):
        book_of(pack("US", "USD", _rules("id: d, kind: duty, base: fob, rate: 5 %, at_least: 2")))


def test_the_duties_of_a_scheme_may_stay_untaxed():
    rules = _rules(
        "id: d, kind: duty, flat: 3.00 USD, per: hs6",
        "id: vat, kind: vat, base: [goods, d, duty], rate: 10 %",
    )
    text = pack("US", "USD", rules, scheme="vat_on_duty: false")
    assert quoted(parcel("US", "USD", line("100", "USD")), book_of(text)).tax == Money("10.00", "USD")
