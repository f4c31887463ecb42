"""The sweep of the desk announces again what was left behind, and only that."""

from datetime import timedelta

import pytest

from localization import clock
from logistics.models import CustomsNotification
from logistics.services.receive_notice import receive_notice
from logistics.services.sweep_declarations import SweptDesk, sweep_declarations
from tests.logistics.desk import DESK, a_declaration_in, a_question, answered, told
from tests.logistics.parcels import signed

pytestmark = pytest.mark.django_db
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def ago(delta):
    return clock.now() - delta


@pytest.mark.parametrize(
    ("state", "changes", "wishes"),
    [
        ("draft", {"run_after": ago(MINUTE)}, 1),
        ("draft", {}, 0),
        ("draft", {"run_after": ago(MINUTE), "parked_at": ago(MINUTE)}, 0),
        ("draft", {"run_after": ago(MINUTE), "office": ""}, 0),
        ("filed", {"run_after": ago(MINUTE)}, 0),
        ("filed", {"run_after": ago(MINUTE), "withdraw_asked_at": ago(MINUTE)}, 1),
    ],
)
def test_a_wish_nobody_works_on_is_announced_again(state, changes, wishes):
    a_declaration_in(state, **changes)
    assert sweep_declarations() == SweptDesk(wishes=wishes, messages=0, polls=0)


def test_answers_that_were_not_sent_are_one_wish():
    declaration_id = a_declaration_in("amended", run_after=ago(MINUTE))
    a_question(declaration_id, **answered())
    a_question(declaration_id, code="payment_proof", **answered())
    assert sweep_declarations() == SweptDesk(wishes=1, messages=0, polls=0)


def test_what_is_found_reaches_the_workers(monkeypatch, django_capture_on_commit_callbacks):
    declaration_id = a_declaration_in("draft", run_after=ago(MINUTE))
    heard = []
    monkeypatch.setattr("logistics.tasks.advance_declaration.delay", heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        sweep_declarations()
    assert heard == [declaration_id]


@pytest.mark.parametrize(
    ("outcome", "age", "messages"),
    [
        ("stored", MINUTE, 1),
        ("stored", timedelta(0), 0),
        ("unmatched", MINUTE, 1),
        ("unmatched", 2 * HOUR, 0),
    ],
)
def test_messages_nobody_applied_are_announced_again(settings, outcome, age, messages):
    settings.CUSTOMS = DESK
    receive_notice(office="sandbox", **signed(told("accepted", 1)))
    CustomsNotification.objects.update(outcome=outcome, received_at=ago(age))
    assert sweep_declarations() == SweptDesk(wishes=0, messages=messages, polls=0)


@pytest.mark.parametrize(
    ("state", "changes", "polls"),
    [
        ("filed", {"filed_at": ago(HOUR)}, 1),
        ("filed", {"filed_at": ago(HOUR), "polled_at": ago(MINUTE)}, 0),
        ("held", {"news_at": ago(HOUR)}, 1),
        ("held", {"news_at": ago(MINUTE)}, 0),
        ("released", {"news_at": ago(HOUR)}, 0),
        ("filed", {"filed_at": ago(HOUR), "office": ""}, 0),
    ],
)
def test_silent_customs_is_asked(settings, state, changes, polls):
    settings.TRACKING_QUIET_SECONDS = 600
    a_declaration_in(state, **changes)
    assert sweep_declarations() == SweptDesk(wishes=0, messages=0, polls=polls)
