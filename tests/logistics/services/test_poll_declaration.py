"""Asking customs: what it said meanwhile is recorded, and an office that is away is asked another time."""

import pytest

from logistics.services.poll_declaration import poll_declaration
from tests.logistics.desk import FILED, URL, a_declaration_in, moves, the_declaration, told

pytestmark = pytest.mark.django_db


def test_everything_said_meanwhile_is_recorded_and_what_cannot_be_read_is_left_out(desk):
    said = [told("accepted", 1), {"state": "eaten"}, told("released", 2)]
    desk.get(f"{URL}/sd_1", json={**FILED, "notices": said})
    poll_declaration(a_declaration_in("filed"))
    assert moves() == [("filed", "accepted"), ("accepted", "released")]


def test_an_office_that_does_not_answer_is_asked_again_later(desk):
    desk.get(f"{URL}/sd_1", status=503)
    poll_declaration(a_declaration_in("filed"))
    assert the_declaration().polled_at is not None
    assert the_declaration().news_at is None
    assert the_declaration().state == "filed"


@pytest.mark.parametrize(
    "changes", [{"state": "released"}, {"state": "draft"}, {"state": "filed", "office": ""}]
)
def test_nobody_is_asked_about_what_is_decided_or_not_filed(desk, changes):
    poll_declaration(a_declaration_in(changes.pop("state"), **changes))
    assert not desk.calls
