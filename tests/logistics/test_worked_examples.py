"""Published worked examples, each loaded as a small pack with the rates of its day and asked for as the JSON of a quote."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from logistics.services.load_tariff import load_tariff
from logistics.services.quote_consignment import quote_consignment
from tests.logistics.example_packs import EXAMPLES, Example

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "worked_examples.csv"
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
    "NZ-01": {"duty": "duty", "gst_base": "base of tax", "gst": "tax"},
    "NZ-04": {"duty": "duty", "gst": "tax", "total_duty_tax": "total"},
    "SG-01": {"gst": "total"},
    "SG-02": {"gst": "gst"},
    "ZA-02": {"duty": "duty", "atv": "base of vat", "vat": "vat"},
    "CL-01": {"vat": "vat", "duty": "duty"},
    "BR-01": {"ii": "ii", "icms": "icms"},
    "BR-03": {"ii": "ii"},
    "BR-04": {"ii": "ii", "icms": "icms"},
    "BR-05": {"ii": "ii", "icms": "icms"},
    "MX-01": {"tax": "global"},
    "MX-02": {"tax": "global"},
    "IN-01": {"bcd_pct": "bcd", "igst_pct": "igst", "total_pct": "total"},
    "TW-01": {"duty": "duty", "vat": "tax", "total": "total"},
    "CA-01": {"value_for_duty": "base of duty", "duty": "duty", "gst": "tax", "total_duty_tax": "total"},
}
COMPOSITE = {"CN-01": "910.00", "CN-02": "1788.89", "CN-03": "2305.88"}


def _payload(example: Example) -> dict[str, object]:
    known = {"hs_code": "621410", "origin": "CN", "weight_grams": 500}
    return {
        "destination": {"country": example.to},
        "ship_from": "US" if example.to == "CN" else "CN",
        "currency": example.currency,
        "freight": example.freight,
        "registrations": [],
        "as_of": "2026-11-22",
        "lines": [{**known, **line} for line in example.lines],
        **example.facts,
    }


def _figures(example: Example) -> dict[str, str]:
    landed = quote_consignment(_payload(example)).landed
    found = {"total": landed.total.amount, "duty": landed.duty.amount, "tax": landed.tax.amount}
    for rule in {charge.rule for charge in landed.charges}:
        mine = [charge for charge in landed.charges if charge.rule == rule]
        found[rule] = sum((charge.amount.amount for charge in mine), Decimal(0))
        found[f"base of {rule}"] = mine[-1].base.amount
    return {**{name: str(amount) for name, amount in found.items()}, "scheme": landed.scheme}


@pytest.mark.django_db
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.example_id)
def test_a_published_example_comes_out_to_the_cent(example, tmp_path):
    file = tmp_path / "example.yaml"
    file.write_text(example.pack, encoding="utf-8")
    load_tariff(file)
    found = _figures(example)
    assert {name: found[name] for name, _ in example.expected} == dict(example.expected)


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of worked examples is not beside the project")
def test_every_published_example_is_checked_and_copied_right():
    with SHARED.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    mine = {example.example_id: example for example in EXAMPLES if not example.example_id.endswith("+")}
    assert set(rows) == set(mine)
    for example_id, row in rows.items():
        assert row["source"] == mine[example_id].source
        printed = json.loads(row["expected_json"])
        for name, ours in PRINTED.get(example_id, {}).items():
            assert Decimal(str(printed[name])) == Decimal(dict(mine[example_id].expected)[ours]), example_id
        if example_id in COMPOSITE:
            percent = Decimal(COMPOSITE[example_id]) / 100
            assert round(percent, 1) == Decimal(str(printed["composite_rate_pct"]))
