"""Going on after a person looked: a refused declaration begins anew, a parked one goes back to work."""

import pytest

from localization import clock
from localization.lifecycle import MoveNotAllowed
from logistics.refusals import UnknownDeclaration
from logistics.services.retry_declaration import retry_declaration
from tests.logistics.desk import a_declaration_in, moves, the_declaration

pytestmark = pytest.mark.django_db


def test_a_refused_one_begins_anew(django_capture_on_commit_callbacks):
    declaration_id = a_declaration_in("refused", sequence=3, message={"old": 1}, attempts=1)
    key = the_declaration().idempotency_key
    with django_capture_on_commit_callbacks() as announced:
        retry_declaration(declaration_id, actor="op")
    declaration = the_declaration()
    assert moves() == [("refused", "draft")]
    assert (declaration.customs_reference, declaration.sequence, declaration.message) == ("", 0, {})
    assert declaration.idempotency_key != key
    assert len(announced) == 2


def test_a_parked_one_goes_back_to_work_under_its_key_and_remembers_that_it_was_tried():
    declaration_id = a_declaration_in("draft", attempts=7, faults=5, parked_at=clock.now(), problem="x")
    key = the_declaration().idempotency_key
    retry_declaration(declaration_id, actor="op")
    declaration = the_declaration()
    assert (declaration.attempts, declaration.faults, declaration.problem) == (1, 0, "")
    assert (declaration.parked_at, declaration.idempotency_key) == (None, key)
    assert moves() == []


def test_what_is_under_way_is_left_alone():
    declaration_id = a_declaration_in("accepted")
    with pytest.raises(MoveNotAllowed):
        retry_declaration(declaration_id, actor="op")
    assert the_declaration().state == "accepted"


def test_an_unknown_declaration_is_refused():
    with pytest.raises(UnknownDeclaration):
        retry_declaration(0, actor="op")
