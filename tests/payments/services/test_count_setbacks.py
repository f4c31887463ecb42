"""Failing work: counted, paused, parked for a person in the end, and forgotten once it succeeds."""

import datetime

import pytest
import time_machine
from django.db import OperationalError

from localization import clock
from localization.outside import Misread, Unavailable
from payments.events import Work
from payments.models import Payment, Setback
from payments.services.ask_capture import ask_capture
from payments.services.capture_payment import capture_payment
from payments.services.count_setbacks import count_setbacks
from payments.services.sync_payment import sync_payment
from tests.payments.conftest import Sandbox, fresh


def _fail(payment: Payment, problem: Exception, *, after: int = 0) -> None:
    later = clock.now() + datetime.timedelta(seconds=after)
    with (
        time_machine.travel(later),
        pytest.raises(type(problem)),
        count_setbacks(Work.CAPTURE, payment.pk, payment_id=payment.pk),
    ):
        raise problem


def test_the_fifth_failure_parks_the_work(new_payment: Payment) -> None:
    for minutes in (0, 5, 10, 15):
        _fail(new_payment, KeyError("a field nobody thought of"), after=minutes * 60)
    before = Setback.objects.get()
    _fail(new_payment, KeyError("a field nobody thought of"), after=20 * 60)
    parked = Setback.objects.get()

    assert (before.faults, before.parked_at) == (4, None)
    assert (parked.faults, parked.problem) == (5, "KeyError: 'a field nobody thought of'")
    assert parked.parked_at is not None


def test_a_failure_within_the_pause_is_not_counted(new_payment: Payment) -> None:
    for seconds in (0, 1, 29):
        _fail(new_payment, Misread("no JSON"), after=seconds)

    assert Setback.objects.get().faults == 1


def test_a_silent_gateway_is_waited_for_a_day(new_payment: Payment) -> None:
    for hours in range(24):
        _fail(new_payment, Unavailable("no answer"), after=hours * 3600)
    before = Setback.objects.get()
    _fail(new_payment, Unavailable("no answer"), after=24 * 3600)

    assert (before.faults, before.parked_at) == (0, None)
    assert Setback.objects.get().parked_at is not None


@pytest.mark.parametrize(("after", "pause"), [(0, 30), (30, 30), (120, 120), (3600, 300)])
def test_pauses_grow_from_half_a_minute_to_five(new_payment: Payment, after: int, pause: int) -> None:
    with time_machine.travel(clock.now(), tick=False):
        _fail(new_payment, Unavailable("no answer"))
        _fail(new_payment, Unavailable("no answer"), after=after)
        setback = Setback.objects.get()

        assert setback.run_after - setback.since == datetime.timedelta(seconds=after + pause)


def test_success_forgets_every_failure(new_payment: Payment) -> None:
    _fail(new_payment, Unavailable("no answer"))
    with count_setbacks(Work.CAPTURE, new_payment.pk, payment_id=new_payment.pk):
        pass

    assert not Setback.objects.exists()


def test_a_database_that_is_away_is_no_setback(new_payment: Payment) -> None:
    _fail(new_payment, OperationalError("the connection is lost"))

    assert not Setback.objects.exists()


def test_a_capture_that_is_never_understood_is_parked_and_taken_once_after_all(
    authorized: Payment, sandbox: Sandbox
) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=authorized.amount)
    sandbox.fault(answers="garbage")
    for minutes in (0, 5, 10, 15, 20):
        with time_machine.travel(clock.now() + datetime.timedelta(minutes=minutes)), pytest.raises(Misread):
            capture_payment(authorized.pk)
    parked = Setback.objects.get()
    sandbox.fault()
    capture_payment(authorized.pk)

    assert (parked.work, parked.row_id, parked.faults) == ("capture", authorized.pk, 5)
    assert parked.parked_at is not None
    assert not Setback.objects.exists()
    assert fresh(authorized).captured == authorized.amount
    assert sandbox.documents()[0]["captured_minor"] == 12990


def test_a_gateway_asked_in_vain_is_counted_and_the_payment_stays_as_it_was(
    started: Payment, sandbox: Sandbox
) -> None:
    sandbox.fault(answers="garbage")
    with pytest.raises(Misread):
        sync_payment(started.pk)

    assert Setback.objects.get().work == Work.LOOK
    assert (fresh(started).state, fresh(started).authorized_minor) == ("started", 0)
