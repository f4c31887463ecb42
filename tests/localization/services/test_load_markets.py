"""Loading the markets."""

import pytest
import yaml

from localization.market_names import MARKET_NAMES
from localization.models import Market
from localization.money import UnknownCurrency
from localization.places import UnknownCountry
from localization.selectors import market
from localization.services.load_markets import MARKETS_FILE, BadMarket, load_markets
from localization.values import PRICE_ENDING

pytestmark = pytest.mark.django_db


def entries():
    return yaml.safe_load(MARKETS_FILE.read_text(encoding="utf-8"))


def written(tmp_path, content):
    path = tmp_path / "markets.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def test_loading_twice_makes_every_market_once():
    assert load_markets() == 15
    assert load_markets() == 15
    assert Market.objects.count() == 15


def test_every_market_has_a_name_to_translate_and_offers_english():
    names = [entry["name"] for entry in entries()]
    assert sorted(names) == sorted(MARKET_NAMES)
    assert all("en" in entry["languages"] for entry in entries())


def test_the_file_wins_over_what_stands_in_the_database_and_in_memory(
    tmp_path, django_capture_on_commit_callbacks
):
    load_markets()
    assert market("de").price_ending == ".95"
    changed = [{**entry, "price_ending": ".49"} for entry in entries()]
    with django_capture_on_commit_callbacks(execute=True):
        load_markets(written(tmp_path, changed))
    assert market("de").price_ending == ".49"


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("currency", "EURO", UnknownCurrency),
        ("countries", ["DE", "XX"], UnknownCountry),
        ("countries", [], BadMarket),
        ("languages", ["de", "tlh"], BadMarket),
        ("languages", [], BadMarket),
        ("price_ending", ".9", BadMarket),
    ],
)
def test_one_bad_market_keeps_all_of_the_file_out(tmp_path, field, value, error):
    *good, last = entries()
    with pytest.raises(error):
        load_markets(written(tmp_path, [*good, {**last, field: value}]))
    assert not Market.objects.exists()


@pytest.mark.parametrize("ending", ["", ".95", ".00", "0", "80", "900"])
def test_these_are_price_endings(ending):
    assert PRICE_ENDING.match(ending)


@pytest.mark.parametrize("ending", [".9", ".999", "95.", "1000", "9.5", "x", "٩", ".95\n"])
def test_these_are_no_price_endings(ending):
    assert not PRICE_ENDING.match(ending)
