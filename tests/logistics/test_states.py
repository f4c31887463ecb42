"""The table of moves of a shipment: what may follow what."""

import pytest

from logistics.states import JOURNEY, MOVES, ON_THE_WAY
from logistics.states import ShipmentState as S


def test_a_booked_parcel_is_cancelled_and_never_asked_again():
    assert S.CANCELLED in MOVES[S.BOOKED]
    assert S.ASKED not in MOVES[S.BOOKED]
    assert MOVES[S.CANCELLED] == frozenset()


def test_a_delivered_parcel_can_only_come_back():
    assert MOVES[S.DELIVERED] == {S.RETURNING, S.RETURNED}


def test_a_parcel_on_its_way_cannot_be_cancelled():
    assert all(S.CANCELLED not in MOVES[state] for state in JOURNEY)


@pytest.mark.parametrize(("source", "target"), [(S.IN_TRANSIT, S.HANDED_OVER), (S.ARRIVED, S.IN_TRANSIT)])
def test_the_way_is_not_gone_backwards(source, target):
    assert target not in MOVES[source]


def test_a_carrier_owes_news_until_the_parcel_is_at_a_door():
    assert S.LOST in ON_THE_WAY
    assert not ON_THE_WAY & {S.DELIVERED, S.RETURNED, S.CANCELLED, S.BOOKED}
