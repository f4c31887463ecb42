"""Withdrawing: the declaration of a cancelled parcel is taken back, unless customs has decided."""

import pytest
import requests

from localization import clock
from logistics.models import Shipment
from logistics.services.recall_shipment import recall_shipment
from logistics.services.withdraw_declaration import withdraw_declaration
from tests.logistics.desk import FILED, URL, a_declaration_in, moves, the_declaration
from tests.logistics.parcels import SHIPMENTS_URL

pytestmark = pytest.mark.django_db
WITHDRAWAL = f"{URL}/sd_1/withdrawal"


def test_what_is_filed_is_taken_back(desk):
    desk.post(WITHDRAWAL, json=FILED)
    withdraw_declaration(a_declaration_in("accepted", withdraw_asked_at=clock.now()))
    assert moves() == [("accepted", "cancelled")]
    assert the_declaration().withdraw_asked_at is None


def test_what_customs_decided_stands(desk):
    desk.post(WITHDRAWAL, status=409, json={"error": "decided"})
    withdraw_declaration(a_declaration_in("accepted", withdraw_asked_at=clock.now()))
    assert (the_declaration().state, the_declaration().withdraw_asked_at) == ("accepted", None)


def test_no_answer_leaves_the_wish(desk):
    desk.post(WITHDRAWAL, body=requests.ConnectTimeout())
    withdraw_declaration(a_declaration_in("filed", withdraw_asked_at=clock.now()))
    assert (the_declaration().state, the_declaration().attempts) == ("filed", 1)
    assert the_declaration().withdraw_asked_at is not None


def test_a_filing_that_was_never_answered_is_repeated_to_learn_what_to_take_back(desk):
    desk.post(URL, json=FILED, status=201)
    desk.post(WITHDRAWAL, json=FILED)
    withdraw_declaration(a_declaration_in("draft", attempts=1, withdraw_asked_at=clock.now()))
    assert moves() == [("draft", "filed"), ("filed", "cancelled")]


@pytest.mark.parametrize(
    ("state", "attempts", "after", "asked"),
    [("draft", 0, "cancelled", False), ("draft", 1, "draft", True), ("filed", 0, "filed", True)],
)
def test_a_recalled_parcel_asks_for_it(desk, state, attempts, after, asked):
    a_declaration_in(state, shipment="cancel_asked", attempts=attempts)
    desk.post(f"{SHIPMENTS_URL}/sp_1/cancel", json={})
    recall_shipment(Shipment.objects.get().pk)
    assert Shipment.objects.get().state == "cancelled"
    assert (the_declaration().state, bool(the_declaration().withdraw_asked_at)) == (after, asked)
