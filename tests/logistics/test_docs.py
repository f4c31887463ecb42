"""The documents on landed cost keep their word: the example pack loads, the example quote is answered as printed."""

import json
import re
from pathlib import Path

import pytest

from logistics.services.load_tariff import load_tariff
from logistics.services.quote_consignment import quote_consignment
from tests.logistics.example_packs import WHY, pack
from tests.logistics.tariff_support import amounts, book_of, line, parcel, quoted

DOCS = Path(__file__).resolve().parents[2] / "docs"


def _block(name: str, language: str) -> str:
    text = (DOCS / name).read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_pack_charges_what_norway_does():
    book = book_of(_block("tariff-packs.md", "yaml"))
    cheap = quoted(parcel("NO", "NOK", line("2999", "NOK"), registrations=("VOEC",)), book)
    assert (cheap.scheme, amounts(cheap)) == ("VOEC", [("voec-vat", "749.75")])
    dear = quoted(parcel("NO", "NOK", line("3000", "NOK"), registrations=("VOEC",)), book)
    assert amounts(dear) == [("customs-duty", "321.00"), ("import-vat", "830.25")]
    swiss = quoted(parcel("NO", "NOK", line("3000", "NOK", origin="CH")), book)
    assert amounts(swiss) == [("customs-duty", "0.00"), ("import-vat", "750.00")]


@pytest.mark.django_db
def test_the_example_quote_is_answered_as_printed():
    load_tariff()
    answer = quote_consignment(json.loads(_block("landed-cost.md", "json"))).to_json()
    assert (answer["scheme"], answer["total"]["amount"], answer["delivered"]["amount"]) == (
        "IOSS",
        "12.69",
        "63.69",
    )


def _shapes(heading):
    """The flow mappings of the table that follows a heading, by shape."""
    table = (DOCS / "tariff-packs.md").read_text(encoding="utf-8").partition(f"\n{heading} (each")[2]
    rows = [row for row in table.split("\n\n")[1].splitlines() if "`{" in row]
    return {row.split("|")[1].strip(): re.findall(r"`\{(.*?)\}`", row) for row in rows}


@pytest.mark.parametrize(("shape", "rules"), _shapes("Rules").items(), ids=lambda value: str(value)[:40])
def test_each_shape_of_a_rule_is_one_that_loads(shape, rules):
    text = "\n".join(f"  - {{{rule}, {WHY}}}" for rule in rules)
    book_of(pack("DE", "EUR", text))


@pytest.mark.parametrize(
    ("shape", "schemes"),
    _shapes("Schemes").items(),
    ids=lambda value: str(value)[:40],
)
def test_each_shape_of_a_scheme_is_one_that_loads(shape, schemes):
    rule = f"  - {{id: duty, kind: duty, base: fob, rate: 5 %, {WHY}}}\n  - {{id: tax, kind: vat, base: fob, rate: 5 %, {WHY}}}"
    words = schemes[0].partition(", ")
    assert words[0].startswith("id: ")
    text = pack("DE", "EUR", rule, extra='classes: {excise: {hs: ["22"]}}', scheme=words[2])
    book_of(text.replace("id: all", words[0]))
