"""Applying a message of customs: it reaches its declaration, once, and one we fail on is parked."""

import pytest
from django.db import OperationalError

from logistics.models import CustomsNotification
from logistics.services.apply_notice import apply_notice
from logistics.services.receive_notice import receive_notice
from tests.logistics.desk import DESK, a_declaration_in, moves, the_declaration, told
from tests.logistics.parcels import signed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _desk(settings):
    settings.CUSTOMS = DESK


def a_stored_message(verdict="accepted", sequence=1, **changes):
    return receive_notice(office="sandbox", **signed(told(verdict, sequence, **changes)))


def outcome():
    return CustomsNotification.objects.get().outcome


def test_a_message_moves_the_declaration_it_speaks_of_once():
    a_declaration_in("filed")
    notification_id = a_stored_message()
    apply_notice(notification_id)
    apply_notice(notification_id)
    assert (outcome(), moves()) == ("applied", [("filed", "accepted")])


def test_a_message_is_applied_once_its_declaration_is_known():
    notification_id = a_stored_message("released")
    apply_notice(notification_id)
    assert outcome() == "unmatched"
    a_declaration_in("filed")
    apply_notice(notification_id)
    assert (outcome(), the_declaration().state) == ("applied", "released")


def test_a_message_that_we_fail_on_is_parked_the_fifth_time_and_changes_nothing(monkeypatch):
    a_declaration_in("filed")
    notification_id = a_stored_message()

    def broken(*_arguments):
        raise KeyError("a field nobody thought of")

    monkeypatch.setattr("logistics.services.apply_notice.record_notices", broken)
    outcomes = []
    for _ in range(5):
        with pytest.raises(KeyError):
            apply_notice(notification_id)
        outcomes.append(outcome())
    assert outcomes == ["stored"] * 4 + ["parked"]
    assert the_declaration().state == "filed"


def test_a_database_that_is_away_is_no_fault_of_the_message(monkeypatch):
    a_declaration_in("filed")
    notification_id = a_stored_message()

    def away(*_arguments):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr("logistics.services.apply_notice.record_notices", away)
    with pytest.raises(OperationalError):
        apply_notice(notification_id)
    assert (outcome(), CustomsNotification.objects.get().tries) == ("stored", 0)
