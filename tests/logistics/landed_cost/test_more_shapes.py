"""Shapes that need more of a consignment than its value: region, proof of origin, alcohol, history, edition of the HS."""

from dataclasses import replace
from decimal import Decimal

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote
from logistics.landed_cost.correlation import correlate
from logistics.landed_cost.routing import DAY_UNKNOWN, PARCELS_UNKNOWN
from tests.logistics.example_packs import WHY, pack
from tests.logistics.tariff_support import amounts, book_of, line, parcel, quoted

EXCISE = f"  - {{id: excise, kind: excise, base: fob, rate: 22.50 USD/lpa, {WHY}}}"
DUTY = f"  - {{id: duty, kind: duty, base: fob, table: duty, preference: agreed, {WHY}}}"
TAX = f"  - {{id: tax, kind: sales_tax, base: fob, table: tax, {WHY}}}"
FREE = f"  - {{id: none, kind: duty, base: fob, rate: 0 %, {WHY}}}"
SINCE = "source: example, confidence: M, from: 2000-01-01"
DUTIES = f"""
tables:
  duty:
    {SINCE.replace(", ", chr(10) + "    ")}
    rows: [{{hs: "621410", rate: 8 %}}, {{hs: "62", rate: 12 %}}]
  agreed:
    {SINCE.replace(", ", chr(10) + "    ")}
    rows: [{{hs: "62", rate: free, origin: [KR]}}]
"""
PROVINCES = f"""
tables:
  tax:
    {SINCE.replace(", ", chr(10) + "    ")}
    rows: [{{hs: "*", rate: 5 %}}, {{hs: "*", rate: 13 %, region: [ON]}}]
"""


def _quoted(text, *lines, correlation=None, **facts):
    book = book_of(text)
    if correlation is not None:
        book = replace(book, correlation=correlation)
    return quoted(parcel("US", "USD", *(lines or (line("100", "USD"),)), **facts), book)


def _refusal(text, *lines, **facts):
    with pytest.raises(CannotQuote) as refused:
        _quoted(text, *lines, **facts)
    return refused.value


def test_a_row_for_a_region_stands_before_the_row_for_all():
    book = pack("US", "USD", TAX, extra=PROVINCES)
    assert amounts(_quoted(book, region="ON")) == [("tax", "13.00")]
    assert amounts(_quoted(book, region="AB")) == [("tax", "5.00")]


def test_a_scheme_can_ask_for_a_region():
    book = pack("US", "USD", FREE, scheme="when: {region: {not_in: [QC]}}")
    assert _quoted(book, region="ON").scheme == "all"
    assert _refusal(book, region="QC").reason == "no_rate"


def test_preference_needs_the_origin_and_its_proof():
    book = pack("US", "USD", DUTY, extra=DUTIES)
    korean = line("100", "USD", origin="KR", proof_of_origin=True)
    charge = _quoted(book, korean).charges[0]
    assert (str(charge.amount.amount), charge.note) == (
        "0.00",
        "preferential rate for a proof of origin: free",
    )
    assert amounts(_quoted(book, replace(korean, proof_of_origin=False))) == [("duty", "8.00")]
    assert amounts(_quoted(book, replace(korean, origin="CN"))) == [("duty", "8.00")]


def test_a_scheme_can_ask_for_proofs_of_origin():
    book = pack("US", "USD", FREE, scheme="when: {proof_of_origin: true}")
    assert _quoted(book, line("100", "USD", proof_of_origin=True)).scheme == "all"
    assert _refusal(book).reason == "no_rate"


def test_excise_is_measured_in_litres_of_pure_alcohol():
    book = pack("US", "USD", EXCISE)
    rum = line("100", "USD", hs_code="220840", volume_ml=1400, alcohol_percent=Decimal(40))
    assert amounts(_quoted(book, rum)) == [("excise", "12.60")]
    assert _refusal(book, replace(rum, volume_ml=0)).reason == "missing_volume"
    assert _refusal(book, replace(rum, alcohol_percent=None)).reason == "missing_alcohol"


def test_an_amount_per_hectolitre_needs_no_alcohol_content():
    book = pack("US", "USD", EXCISE.replace("22.50 USD/lpa", "3.77 USD/hl"))
    wine = line("100", "USD", hs_code="220421", volume_ml=75_000)
    assert amounts(_quoted(book, wine)) == [("excise", "2.83")]


def test_relieved_parcels_are_counted_with_this_one():
    book = pack("US", "USD", FREE, scheme="when: {buyer_parcels: {period: half_year, at_most: 6}}")
    assert _quoted(book, buyer_parcels=5).warnings == ()
    assert _refusal(book, buyer_parcels=6).reason == "no_rate"
    assert _quoted(book).warnings == (PARCELS_UNKNOWN,)


def test_parcels_of_one_day_count_together():
    book = pack("US", "USD", FREE, scheme="when: {buyer_day: {basis: fob, at_most: 150}}")
    assert _quoted(book, buyer_day=Money(50, "USD")).warnings == ()
    assert _refusal(book, buyer_day=Money("50.01", "USD")).reason == "no_rate"
    assert _quoted(book).warnings == (DAY_UNKNOWN,)


def test_the_carriers_clearance_fee_is_a_charge_and_may_be_taxed():
    rules = f"  - {{id: vat, kind: import_vat, base: [fob, clearance], rate: 10 %, {WHY}}}"
    answer = _quoted(pack("US", "USD", rules), clearance_fee=Money("11.50", "USD"))
    assert amounts(answer) == [("vat", "11.15"), ("clearance-fee", "11.50")]
    assert (answer.charges[1].authority, answer.fees) == ("carrier", Money("11.50", "USD"))


def test_a_rule_may_be_collected_elsewhere_than_its_scheme():
    rules = f"  - {{id: vat, kind: vat, base: fob, rate: 10 %, collected: checkout, {WHY}}}\n{FREE}"
    assert [charge.collected for charge in _quoted(pack("US", "USD", rules)).charges] == [
        "checkout",
        "border",
    ]


def test_a_code_of_another_edition_goes_through_the_correlation():
    book = pack("US", "USD", DUTY, extra=DUTIES)
    moved = correlate([("HS2022", "621410", "HS2028", "621499")])
    scarf = line("100", "USD", hs_code="621499", hs_version="HS2028")
    assert amounts(_quoted(book, scarf, correlation=moved)) == [("duty", "8.00")]
    assert amounts(_quoted(book, scarf)) == [("duty", "12.00")]


def test_a_code_that_was_split_is_refused_only_where_its_rates_differ():
    book = pack("US", "USD", DUTY, extra=DUTIES)
    scarf = line("100", "USD", hs_code="621498", hs_version="HS2028")
    merged = correlate([("HS2022", "621410", "HS2028", "621498"), ("HS2022", "621420", "HS2028", "621498")])
    refused = _refusal(book, scarf, correlation=merged)
    assert (refused.reason, refused.detail) == (
        "ambiguous_hs_code",
        "621498 (HS2028): 621410, 621420 (HS2022)",
    )
    alike = correlate([("HS2022", "621430", "HS2028", "621498"), ("HS2022", "621420", "HS2028", "621498")])
    assert amounts(_quoted(book, scarf, correlation=alike)) == [("duty", "12.00")]


def test_a_class_of_goods_knows_the_other_edition_too():
    book = pack(
        "US",
        "USD",
        FREE,
        extra='classes: {scarves: {hs: ["621410"]}}',
        scheme="when: {goods: {none_of: [scarves]}}",
    )
    moved = correlate([("HS2022", "621410", "HS2028", "621499")])
    scarf = line("100", "USD", hs_code="621499", hs_version="HS2028")
    assert _refusal(book, scarf, correlation=moved).reason == "no_rate"
    assert _quoted(book, scarf).scheme == "all"


def test_goods_that_are_free_are_not_called_waived():
    rules = f"  - {{id: duty, kind: duty, base: fob, rate: 0 %, waived_up_to: 5, {WHY}}}"
    assert _quoted(pack("US", "USD", rules)).charges[0].waived_up_to is None
    dear = rules.replace("rate: 0 %", "rate: 5 %")
    assert _quoted(pack("US", "USD", dear)).charges[0].waived_up_to == Money("5.00", "USD")
