"""What the shop's restrictions say of goods on a way."""

from datetime import date
from pathlib import Path

import pytest

from localization.places import territory_of
from logistics.restrictions import Goods, Way, read_restrictions

FILE = Path(__file__).resolve().parents[3] / "logistics" / "reference" / "restrictions.yaml"
BOOK = read_restrictions(FILE.name, FILE.read_text(encoding="utf-8"))
DAY = date(2026, 11, 22)


def _found(hs_code, to, *, ship_from="CN", mode="post", on=DAY, **facts):
    known = {"postcode": "", "region": "", "origin": "CN", "battery": "none", **facts}
    goods = Goods(line_id="1", hs_code=hs_code, origin=known["origin"], battery=known["battery"])
    way = Way(
        ship_from=ship_from,
        destination=territory_of(to, known["postcode"]),
        region=known["region"],
        mode=mode,
        carrier="sandbox",
    )
    return [(one.rule.rule_id, one.stops) for one in BOOK.find([goods], way, on)]


def test_a_scarf_may_go_everywhere_but_where_sanctions_stand():
    assert _found("621410", "DE") == []
    assert _found("621410", "SA") == []
    assert _found("621410", "RU") == [("sanctioned-destination", True)]


def test_a_region_is_closed_while_its_country_is_open():
    assert _found("621410", "UA") == []
    assert _found("621410", "UA", region="43") == [("sanctioned-region", True)]


@pytest.mark.parametrize(
    ("battery", "mode", "expected"),
    [
        ("standalone", "post", [("battery-alone-by-post", True)]),
        ("standalone", "courier", [("battery-alone-by-air", True)]),
        ("packed_with", "post", [("battery-packed-with", False)]),
        ("contained", "post", []),
    ],
)
def test_batteries_go_as_their_packing_and_the_carrier_allow(battery, mode, expected):
    assert _found("621410", "DE", battery=battery, mode=mode) == expected


def test_what_crosses_no_border_is_not_asked_about_the_border():
    assert _found("330300", "CN") == []
    assert _found("330300", "JP") == [("perfume-by-post", True)]
    assert _found("330300", "JP", mode="courier") == []


def test_alcohol_is_banned_licensed_or_told_of_by_destination():
    wine = "220421"
    assert _found(wine, "SA", ship_from="PT") == [("alcohol-banned", True)]
    assert _found(wine, "US", ship_from="PT") == [("alcohol-us", True)]
    assert _found(wine, "DE", ship_from="PT") == [("alcohol-age", False)]


def test_what_stops_is_told_before_what_warns():
    assert _found("330300", "DE") == [("perfume-by-post", True), ("cosmetics-eu", False)]


def test_a_cultural_flag_stops_nothing():
    assert _found("420221", "IN") == [("cow-leather-india", False)]


def test_a_rule_holds_on_its_days_only():
    assert _found("210690", "TR", on=date(2026, 2, 5)) == [("food", False)]
    assert _found("210690", "TR", on=date(2026, 2, 6)) == [("food-supplements", True), ("food", False)]
