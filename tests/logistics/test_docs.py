"""The documents on landed cost keep their word: the example pack loads, the example quote is answered as printed."""

import json
import re
from pathlib import Path

import pytest

from logistics.services.load_tariff import load_tariff
from logistics.services.quote_consignment import quote_consignment
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
