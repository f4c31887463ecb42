"""The timeline: sorted, each scan once, never backwards, whatever order and number of copies scans come in."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistics.states import ShipmentState as S
from logistics.tracking import HeardScan, current_status, timeline
from tests.logistics.parcels import a_scan, utc

START = utc(2026, 11, 22, 8)
SINCE = START - timedelta(days=1)
JOURNEY = ["EMA", "EXA", "EXC", "EMC", "EMD", "EDB", "EDC", "EMF", "EMG", "EDG", "EMI"]


def heard(code, hour, *, late=0, **changes):
    at = START + timedelta(hours=hour)
    return HeardScan(scan=a_scan(code, at, **changes), received_at=at + timedelta(hours=late))


def said(text, code="EMD"):
    return HeardScan(scan=a_scan(code, text), received_at=START)


def statuses(*scans):
    return [entry.status for entry in timeline(scans, since=SINCE)]


def test_a_journey_is_told_from_posting_to_the_door():
    scans = [heard(code, hour) for hour, code in enumerate(JOURNEY)]
    assert statuses(*scans) == [
        S.HANDED_OVER,
        S.EXPORT_CUSTOMS,
        S.EXPORT_CUSTOMS,
        S.IN_TRANSIT,
        S.ARRIVED,
        S.IMPORT_CUSTOMS,
        S.CUSTOMS_RELEASED,
        S.CUSTOMS_RELEASED,
        S.AT_DEPOT,
        S.OUT_FOR_DELIVERY,
        S.DELIVERED,
    ]
    assert current_status(scans, since=SINCE) == S.DELIVERED


def test_no_scan_is_no_status():
    assert current_status([], since=SINCE) == ""
    assert timeline([], since=SINCE) == ()


def test_an_entry_keeps_the_local_time_and_place_of_the_scan():
    (entry,) = timeline([said("2026-11-22T09:30:00+02:00")], since=SINCE)
    assert (entry.at.isoformat(), entry.place, entry.country) == (
        "2026-11-22T09:30:00+02:00",
        "Frankfurt IPZ",
        "DE",
    )
    assert str(entry.description) == "Arrived in the country of destination"


def test_a_scan_after_delivery_does_not_take_it_back():
    scans = [heard("EMI", 5), heard("EDG", 6), heard("EMD", 4, late=9)]
    assert statuses(*scans) == [S.ARRIVED, S.DELIVERED]


def test_a_delivered_parcel_may_be_returned():
    scans = [heard("EMI", 5), heard("EMH", 7, condition="return"), heard("EMI", 9, condition="return")]
    assert statuses(*scans) == [S.DELIVERED, S.RETURNING, S.RETURNED]


def test_a_lost_parcel_may_be_found():
    scans = [heard("EMD", 1), heard("EMJ", 2, condition="lost"), heard("EDB", 50), heard("EMI", 60)]
    assert statuses(*scans) == [S.ARRIVED, S.LOST, S.IMPORT_CUSTOMS, S.DELIVERED]


def test_a_failed_attempt_is_followed_by_another():
    scans = [heard("EDG", 1), heard("EMH", 2), heard("EDF", 3), heard("EDG", 20), heard("EMI", 21)]
    assert statuses(*scans) == [
        S.OUT_FOR_DELIVERY,
        S.ATTEMPT_FAILED,
        S.AT_DEPOT,
        S.OUT_FOR_DELIVERY,
        S.DELIVERED,
    ]


def test_customs_may_hold_and_release():
    assert statuses(heard("EDB", 1), heard("EME", 2), heard("EDC", 9)) == [
        S.IMPORT_CUSTOMS,
        S.CUSTOMS_HOLD,
        S.CUSTOMS_RELEASED,
    ]


@pytest.mark.parametrize(
    "scan",
    [
        said("2026-11-22T07:00:00+00:00", code="QQQ"),
        said("2026-11-22T07:00:00"),
        said("1970-01-01T00:00:00+00:00"),
        said("2031-01-01T00:00:00+00:00"),
        said("2026-11-22T08:11:00+00:00"),
        said("0001-01-01T00:00:00+14:00"),
        said("9999-12-31T23:59:59-14:00"),
        said(""),
        said("yesterday"),
    ],
    ids=["code", "no zone", "1970", "2031", "eleven minutes ahead", "year 1", "year 9999", "none", "words"],
)
def test_a_scan_we_cannot_believe_is_not_shown(scan):
    assert timeline([scan], since=SINCE) == ()


def test_a_carriers_clock_may_be_ten_minutes_ahead():
    assert statuses(said("2026-11-22T08:10:00+00:00")) == [S.ARRIVED]


CODES = st.sampled_from([*JOURNEY, "EMB", "EME", "EMH", "EDH", "EDX", "EXX", "QQQ"])
SCANS = st.lists(
    st.builds(
        lambda code, hour, place, condition: heard(code, hour, place=place, condition=condition),
        CODES,
        st.integers(min_value=0, max_value=6),
        st.sampled_from(["Frankfurt IPZ", "Berlin"]),
        st.sampled_from(["", "", "", "return", "lost"]),
    ),
    max_size=14,
)


@given(scans=SCANS, data=st.data())
def test_any_order_and_any_copies_tell_the_same_story(scans, data):
    copies = data.draw(st.lists(st.sampled_from(scans), max_size=6)) if scans else []
    shuffled = data.draw(st.permutations([*scans, *copies]))
    assert timeline(shuffled, since=SINCE) == timeline(scans, since=SINCE)


@given(scans=SCANS)
def test_the_story_is_sorted_and_says_nothing_twice(scans):
    told = timeline(scans, since=SINCE)
    assert [entry.at for entry in told] == sorted(entry.at for entry in told)
    assert len({(entry.code, entry.at, entry.place, entry.status) for entry in told}) == len(told)


@given(scans=SCANS)
def test_nothing_follows_delivery_but_a_return(scans):
    told = [entry.status for entry in timeline(scans, since=SINCE)]
    after = told[told.index(S.DELIVERED) :] if S.DELIVERED in told else []
    assert set(after) <= {S.DELIVERED, S.RETURNING, S.RETURNED, S.LOST}


def test_a_return_that_was_lost_and_found_does_not_set_out_again():
    scans = [
        heard("EMI", 0),
        heard("EMH", 1, condition="return"),
        heard("EMD", 2, condition="lost"),
        heard("EMD", 3),
    ]
    assert [entry.status for entry in timeline(scans, since=SINCE)] == [S.DELIVERED, S.RETURNING, S.LOST]
