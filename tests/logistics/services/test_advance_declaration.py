"""The next piece of work of a declaration, and what becomes of work that we fail on."""

import pytest

from localization import clock
from logistics.services.advance_declaration import advance_declaration
from tests.logistics.desk import a_declaration_in, a_question, answered, the_declaration

pytestmark = pytest.mark.django_db
WORK = ("file_declaration", "send_answer", "withdraw_declaration")


@pytest.fixture
def done(monkeypatch):
    """What was worked on."""
    calls = []
    for name in WORK:
        monkeypatch.setattr(
            f"logistics.services.advance_declaration.{name}", lambda _id, name=name: calls.append(name)
        )
    return calls


@pytest.mark.parametrize(
    ("state", "changes", "work"),
    [
        ("draft", {}, ["file_declaration"]),
        ("draft", {"withdraw_asked_at": clock.now()}, ["withdraw_declaration"]),
        ("filed", {}, []),
        ("filed", {"withdraw_asked_at": clock.now()}, ["withdraw_declaration"]),
        ("draft", {"office": ""}, []),
        ("draft", {"parked_at": clock.now()}, []),
    ],
)
def test_each_wish_has_its_work(done, state, changes, work):
    advance_declaration(a_declaration_in(state, **changes))
    assert done == work


@pytest.mark.parametrize(("question", "work"), [(answered(), ["send_answer"]), ({}, [])])
def test_a_written_answer_is_sent_and_an_open_question_is_not(done, question, work):
    declaration_id = a_declaration_in("held")
    a_question(declaration_id, **question)
    advance_declaration(declaration_id)
    assert done == work


def test_work_that_we_fail_on_is_postponed_and_the_error_goes_on(monkeypatch):
    def broken(_declaration_id):
        raise KeyError("a field nobody thought of")

    monkeypatch.setattr("logistics.services.advance_declaration.file_declaration", broken)
    with pytest.raises(KeyError):
        advance_declaration(a_declaration_in("draft"))
    assert (the_declaration().faults, the_declaration().state) == (1, "draft")
