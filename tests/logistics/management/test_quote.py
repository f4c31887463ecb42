"""`manage.py quote` and `manage.py load_tariff`: thin edges around their services."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

PAYLOAD = {
    "destination": {"country": "DE"},
    "ship_from": "CN",
    "currency": "EUR",
    "freight": "12.00",
    "registrations": ["IOSS"],
    "lines": [{"hs_code": "621410", "origin": "CN", "value": "39.00", "weight_grams": 180}],
}
pytestmark = pytest.mark.django_db


def _run(*args: str) -> str:
    out = StringIO()
    call_command(*args, stdout=out)
    return out.getvalue()


def _file(folder, payload=PAYLOAD) -> str:
    path = folder / "quote.json"
    path.write_text(payload if isinstance(payload, str) else json.dumps(payload))
    return str(path)


def test_a_file_is_quoted_as_text_and_as_json(tmp_path):
    assert "tariff book " in _run("load_tariff")
    assert "DE-" in _run("load_tariff")
    file = _file(tmp_path)
    assert "delivered         63.69 EUR" in _run("quote", file, "--as-of", "2026-11-22")
    answer = json.loads(_run("quote", file, "--as-of", "2026-06-30", "--format", "json"))
    assert (answer["as_of"], answer["total"]["amount"]) == ("2026-06-30", "9.69")


def test_the_text_says_under_which_relief_nothing_is_owed(tmp_path):
    _run("load_tariff")
    small = {**PAYLOAD, "destination": {"country": "JP"}, "currency": "JPY", "freight": "500"}
    small["lines"] = [{**PAYLOAD["lines"][0], "value": "5000"}]
    said = _run("quote", _file(tmp_path, small), "--as-of", "2026-11-22")
    assert (
        "  relief     no duty and tax: Customs value up to JPY 10,000, no duty and no consumption tax" in said
    )
    assert "             scheme relief-10000, from 2024-01-01 to 2028-03-31" in said


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        ("{", "quote.json"),
        ('{"freight": NaN}', "NaN is no number"),
        ({**PAYLOAD, "lines": []}, "lines: A list of 1"),
    ],
)
def test_what_cannot_be_read_ends_the_command(tmp_path, payload, message):
    with pytest.raises(CommandError, match=message):
        _run("quote", _file(tmp_path, payload))


def test_a_pack_with_faults_ends_the_command_with_their_places(tmp_path):
    (tmp_path / "pack.yaml").write_text("pack: {code: DE}\n")
    with pytest.raises(CommandError, match=r"pack\.yaml:1: pack: the field “title” is missing"):
        _run("load_tariff", str(tmp_path))
