"""Published worked examples of our markets, reckoned through small packs with the rates of their day."""

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from localization.rates import FxTable, Quotation
from logistics.landed_cost import landed_cost
from tests.logistics.example_packs import EXAMPLES, Example
from tests.logistics.tariff_support import DAY, book_of, line, parcel

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "worked_examples.csv"
OURS = ("EU", "FR", "DE", "GB", "JP", "AU", "US", "CN")
# Where the CSV prints a figure under another name than the one our example checks.
PRINTED = {
    "EU-01": {"duty": "duty", "vat_on_duty": "vat", "total_extra": "total"},
    "EU-02": {"duty": "duty"},
    "EU-03": {"duty": "duty"},
    "EU-06": {"vat_on_duty_per_line": "vat"},
    "EU-07": {"vat_on_duty_per_line": "vat"},
    "DE-03": {"import_vat": "tax"},
    "UK-01": {"vat": "tax", "total_duty_vat": "total"},
    "JP-01": {"duty": "total", "tax": "total"},
    "JP-02": {"duty": "duty", "tax": "tax"},
    "JP-04": {"taxable_usd": "base of tax"},
    "AU-01": {"duty": "duty", "voti": "base of tax", "gst": "tax", "total_duty_tax": "total"},
    "US-01": {"section301": "s301", "mpf": "mpf", "total_duties_fees": "total"},
}
COMPOSITE = {"CN-01": "910.00", "CN-02": "1788.89", "CN-03": "2305.88"}


def _figures(example: Example) -> dict[str, str]:
    facts = dict(example.facts)
    rate = Decimal(facts.pop("usd_jpy", "110"))
    fx = FxTable(
        base="USD", rows={"JPY": Quotation(rate=rate, day=date(2026, 11, 20), provider="example")}, day=DAY
    )
    lines = tuple(
        line(item["value"], example.currency, **{k: v for k, v in item.items() if k != "value"}, **facts)
        for item in example.lines
    )
    ship_from = "US" if example.to == "CN" else "CN"
    consignment = parcel(example.to, example.currency, *lines, freight=example.freight, ship_from=ship_from)
    answer = landed_cost(consignment, tariffs=book_of(example.pack), fx=fx)
    found: dict[str, Decimal] = {"total": answer.total.amount}
    for charge in answer.charges:
        found[charge.rule] = found.get(charge.rule, Decimal(0)) + charge.amount.amount
        found[f"base of {charge.rule}"] = charge.base.amount
    return {name: str(amount) for name, amount in found.items()}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.example_id)
def test_a_published_example_comes_out_to_the_cent(example):
    found = _figures(example)
    assert {name: found[name] for name, _ in example.expected} == dict(example.expected)


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of worked examples is not beside the project")
def test_every_example_of_our_markets_is_checked_and_copied_right():
    with SHARED.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file) if row["destination"] in OURS}
    mine = {example.example_id: example for example in EXAMPLES}
    assert set(rows) == set(mine)
    for example_id, row in rows.items():
        assert row["source"] == mine[example_id].source
        printed = json.loads(row["expected_json"])
        for name, ours in PRINTED.get(example_id, {}).items():
            assert Decimal(str(printed[name])) == Decimal(dict(mine[example_id].expected)[ours]), example_id
        if example_id in COMPOSITE:
            percent = Decimal(COMPOSITE[example_id]) / 100
            assert round(percent, 1) == Decimal(str(printed["composite_rate_pct"]))
