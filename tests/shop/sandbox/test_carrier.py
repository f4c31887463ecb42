"""The sandbox carrier over real HTTP, spoken to by our own adapter; its webhooks come signed to a door of the test."""

import threading
import time
from dataclasses import replace
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from localization.outside import BadSignature, Misread, Refused, Unavailable
from logistics.carriers.sandbox import SandboxCarrier
from logistics.s10 import check_number
from logistics.tracking import HeardScan, current_status, timeline
from shop.sandbox.server import SandboxServer
from tests.logistics.parcels import HANGZHOU, PORTO, SCARF, a_request, utc

SECRET = "sandbox-under-test"
PACE = 0.02
SINCE = utc(2026, 1, 1)


@pytest.fixture
def door():
    """A webhook door that keeps what comes."""
    kept = []

    class Door(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.append((dict(self.headers), body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Door)) as url:
        yield url, kept


@pytest.fixture
def sandbox(tmp_path):
    server = SandboxServer(0, data=tmp_path, pace=PACE, secrets=[SECRET])
    with serving(server):
        yield server
    server.world.store.close()


class serving:  # noqa: N801  # reads as a sentence in a with statement
    """Serves in a thread while the block runs."""

    def __init__(self, server):
        self.server = server

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def carrier(sandbox, door):
    return SandboxCarrier(url=sandbox.world.base_url, secrets=[SECRET], webhook_base_url=door[0])


def all_scans(carrier, reference, count):
    """Every scan, once so many happened."""
    patience = time.monotonic() + 10
    while len(scans := carrier.scans(reference)) < count and time.monotonic() < patience:
        time.sleep(PACE)
    return scans


def all_messages(sandbox, kept, count):
    """What the door got, once so many came."""
    patience = time.monotonic() + 10
    while len(kept) < count and time.monotonic() < patience:
        sandbox.deliver()
        time.sleep(PACE)
    return list(kept)


def moment(scan):
    """When a scan happened, by its own clock."""
    return datetime.fromisoformat(scan.local_time)


def heard(scans):
    return [HeardScan(scan=scan, received_at=utc(2100, 1, 1)) for scan in scans]


@pytest.mark.parametrize(
    ("changes", "prefix", "country"),
    [
        ({}, "LX", "CN"),
        ({"service_code": "causeway-express"}, "EE", "CN"),
        ({"lines": (replace(SCARF, weight_grams=2500),)}, "CP", "CN"),
        ({"sender": PORTO}, "LX", "PT"),
    ],
)
def test_a_booking_gets_a_true_postal_number_of_its_country(carrier, changes, prefix, country):
    booking = carrier.book(a_request(**changes), key="k")
    assert check_number(booking.number) == booking.number
    assert (booking.number[:2], booking.number[-2:]) == (prefix, country)


def test_the_same_key_is_the_same_parcel_and_another_key_another(carrier):
    first = carrier.book(a_request(), key="one")
    assert carrier.book(a_request(), key="one") == first
    assert carrier.book(a_request(), key="two").number != first.number


def test_the_same_key_for_another_parcel_is_refused(carrier):
    carrier.book(a_request(), key="one")
    with pytest.raises(Refused, match="409"):
        carrier.book(a_request(reference="C-2000-1"), key="one")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"lines": (replace(SCARF, hs_code=""),)}, "customs_data_missing"),
        ({"lines": (replace(SCARF, weight_grams=30_001),)}, "weight_not_carried"),
        ({"sender": replace(HANGZHOU, street="")}, "address_incomplete"),
    ],
)
def test_what_cannot_be_carried_is_refused_and_may_be_corrected(carrier, changes, error):
    with pytest.raises(Refused, match=error):
        carrier.book(a_request(**changes), key="one")
    assert carrier.book(a_request(), key="one").number


def test_before_hand_over_nothing_happens(carrier):
    assert carrier.scans(carrier.book(a_request(), key="k").carrier_reference) == ()


def test_a_parcel_handed_over_travels_to_the_door(carrier):
    reference = carrier.book(a_request(), key="k").carrier_reference
    carrier.hand_over(reference)
    carrier.hand_over(reference)
    scans = all_scans(carrier, reference, 12)
    assert [scan.code for scan in scans] == [
        "EMA",
        "EMB",
        "EXA",
        "EXC",
        "EMC",
        "EMD",
        "EDB",
        "EDC",
        "EMF",
        "EMG",
        "EDG",
        "EMI",
    ]
    assert current_status(heard(scans), since=SINCE) == "delivered"


def test_a_journey_takes_its_time(carrier, sandbox):
    slow = replace(sandbox.world, pace=3600.0)
    sandbox.world = slow
    reference = carrier.book(a_request(), key="k").carrier_reference
    carrier.hand_over(reference)
    assert [scan.code for scan in carrier.scans(reference)] == ["EMA"]


def test_a_parcel_is_called_back_until_it_is_handed_over(carrier):
    kept = carrier.book(a_request(), key="kept").carrier_reference
    carrier.cancel(kept)
    carrier.cancel(kept)
    with pytest.raises(Refused, match="cancelled"):
        carrier.hand_over(kept)
    gone = carrier.book(a_request(), key="gone").carrier_reference
    carrier.hand_over(gone)
    with pytest.raises(Refused, match="handed_over"):
        carrier.cancel(gone)


def test_every_scan_comes_as_a_signed_message(carrier, sandbox, door):
    reference = carrier.book(a_request(), key="k").carrier_reference
    carrier.hand_over(reference)
    messages = all_messages(sandbox, door[1], 12)
    for headers, body in messages:
        carrier.verify(headers, body)
        with pytest.raises(BadSignature):
            carrier.verify(headers, body + b" ")
    told = [carrier.read(body) for _, body in messages]
    assert max(told, key=moment).code == "EMI"
    assert set(told) == set(carrier.scans(reference))


def test_doubled_and_shuffled_messages_tell_the_same_story(carrier, sandbox, door):
    request = a_request(carrier_options={"faults": ["duplicate", "shuffle"]})
    reference = carrier.book(request, key="k").carrier_reference
    carrier.hand_over(reference)
    told = [carrier.read(body) for _, body in all_messages(sandbox, door[1], 24)]
    assert len(told) == 24
    assert told != sorted(told, key=moment)
    assert len(set(told)) == 12
    assert timeline(heard(told), since=SINCE) == timeline(heard(carrier.scans(reference)), since=SINCE)


def test_a_silent_carrier_still_answers_when_asked(carrier, sandbox, door):
    request = a_request(carrier_options={"faults": ["silence"]})
    reference = carrier.book(request, key="k").carrier_reference
    carrier.hand_over(reference)
    assert len(all_scans(carrier, reference, 12)) == 12
    sandbox.deliver()
    assert door[1] == []


def test_an_unknown_parcel_is_a_clear_no(carrier):
    with pytest.raises(Refused, match="404"):
        carrier.scans("sp_unknown")


def test_a_house_that_is_not_there_is_unavailable():
    nobody = SandboxCarrier(url="http://127.0.0.1:9", secrets=[SECRET], webhook_base_url="http://127.0.0.1:9")
    with pytest.raises(Unavailable):
        nobody.book(a_request(), key="k")


def test_rubbish_is_misread(carrier):
    with pytest.raises(Misread):
        carrier.read(b"[" * 50_000)
