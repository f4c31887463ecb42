"""Every heading of the demonstration catalogue but wine has a rate in each destination's tariff."""

from pathlib import Path

import pytest
import yaml

from shop import demo
from tests.logistics.tariff_support import line, parcel, quoted

DESTINATIONS = ("CA", "NZ", "KR", "SG", "MY", "TH", "ID", "VN", "PH", "TW", "HK")
CATALOGUE = Path(demo.__file__).parent / "catalogue"


def _codes(data):
    if isinstance(data, dict):
        found = {data["hs_code"]} if "hs_code" in data else set()
        return found.union(*(_codes(value) for value in data.values()))
    return set().union(*map(_codes, data)) if isinstance(data, list) else set()


@pytest.fixture(scope="module")
def headings():
    """Without alcohol, whose excise most tariffs do not model and refuse."""
    codes = set().union(*(_codes(yaml.safe_load(file.read_text())) for file in CATALOGUE.glob("*.yaml")))
    return sorted(code for code in codes if not code.startswith("22"))


@pytest.mark.parametrize("to", DESTINATIONS)
def test_every_heading_of_the_demonstration_catalogue_is_quoted(to, headings):
    schemes = {
        quoted(parcel(to, "EUR", line("900", "EUR", hs_code=hs_code), ship_from="DE")).collected
        for hs_code in headings
    }
    assert len(headings) > 40
    assert schemes == {"border"}
