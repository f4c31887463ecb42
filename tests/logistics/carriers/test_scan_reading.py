"""Reading a foreign event: its own words where they make sense, Misread where they do not."""

import json

import pytest

from localization.outside import Misread, read_json
from logistics.carriers.scan_reading import read_scan
from tests.logistics.parcels import an_event, utc

EVENT = an_event("EMD", utc(2026, 11, 22, 8))


def test_an_event_is_read_and_kept_as_it_came():
    scan = read_scan({**EVENT, "new_field": {"of": "theirs"}})
    assert (scan.code, scan.place, scan.local_time) == ("EMD", "Frankfurt IPZ", "2026-11-22T08:00:00+00:00")
    assert json.loads(scan.raw)["new_field"] == {"of": "theirs"}


def test_what_may_be_missing_is_empty():
    scan = read_scan({"event_id": "e", "number": "LX123456785CN", "code": "EMD"})
    assert (scan.local_time, scan.place, scan.country, scan.condition) == ("", "", "", "")


def test_control_and_direction_characters_do_not_reach_a_page():
    assert read_scan({**EVENT, "place": "Fran\u202ekfurt\x00\n"}).place == "Frankfurt"


@pytest.mark.parametrize(
    "change",
    [
        {"event_id": ""},
        {"number": 7},
        {"code": None},
        {"code": "E\x00"},
        {"code": "E" * 33},
        {"country": "DEU"},
        {"local_time": "2" * 41},
        {"place": ["Frankfurt"]},
    ],
)
def test_a_part_that_is_wrong_is_misread(change):
    with pytest.raises(Misread):
        read_scan({**EVENT, **change})


@pytest.mark.parametrize("event", [None, [], "EMD", 7])
def test_what_is_no_object_is_misread(event):
    with pytest.raises(Misread):
        read_scan(event)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 50_000, b"9" * 6000])
def test_what_is_no_json_is_misread(body):
    with pytest.raises(Misread):
        read_json(body)
