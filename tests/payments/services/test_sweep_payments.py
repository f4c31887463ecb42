"""The sweeper: every wish that was lost is announced again, and nothing that is fresh or done."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.test import TestCase
from moneyed import Money

from localization import clock
from payments.events import Work, work_waiting
from payments.models import Notification, Payment, Setback
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.ask_release import ask_release
from payments.services.ask_void import ask_void
from payments.services.capture_payment import capture_payment
from payments.services.sweep_payments import sweep_payments


@pytest.fixture
def announced() -> Iterator[list[tuple[Work, int]]]:
    heard: list[tuple[Work, int]] = []

    def listen(*, work: Work, row_id: int, **_signal: object) -> None:
        heard.append((work, row_id))

    work_waiting.connect(listen)
    listeners = work_waiting.receivers
    work_waiting.receivers = [row for row in listeners if row[1]() is listen]
    work_waiting.sender_receivers_cache.clear()
    yield heard
    work_waiting.receivers = listeners
    work_waiting.disconnect(listen)


def _sweep_after(seconds: int) -> None:
    with (
        time_machine.travel(clock.now() + datetime.timedelta(seconds=seconds)),
        TestCase.captureOnCommitCallbacks(execute=True),
    ):
        sweep_payments()


def test_a_lost_capture_is_found(authorized: Payment, announced: list[tuple[Work, int]]) -> None:
    ask_capture(payment_id=authorized.pk, reference="p1", amount=authorized.amount)
    _sweep_after(5)
    early = list(announced)
    _sweep_after(30)

    assert early == []
    assert announced == [(Work.CAPTURE, authorized.pk)]


def test_a_lost_refund_is_found(captured: Payment, announced: list[tuple[Work, int]]) -> None:
    refund = ask_refund(payment_id=captured.pk, amount=captured.amount, reference="r1")
    _sweep_after(30)

    assert announced == [(Work.REFUND, refund)]


def test_a_lost_void_is_found(started: Payment, announced: list[tuple[Work, int]]) -> None:
    ask_void(payment_id=started.pk)
    _sweep_after(30)

    assert announced == [(Work.VOID, started.pk)]


def test_a_buyer_at_the_gateway_is_asked_after(started: Payment, announced: list[tuple[Work, int]]) -> None:
    _sweep_after(30)
    early = list(announced)
    _sweep_after(90)

    assert early == []
    assert announced == [(Work.LOOK, started.pk)]


def test_a_message_nobody_worked_on_is_found(db: None, announced: list[tuple[Work, int]]) -> None:
    row = Notification.objects.create(
        gateway="sandbox", event_id="e", kind="payment.captured", body=b"", received_at=clock.now()
    )
    _sweep_after(30)

    assert announced == [(Work.NOTIFICATION, row.pk)]


def test_what_is_done_is_left_alone(captured: Payment, announced: list[tuple[Work, int]]) -> None:
    _sweep_after(3600)

    assert announced == []


@pytest.mark.parametrize(
    ("paused", "parked", "found"), [(3600, False, False), (0, True, False), (0, False, True)]
)
def test_failing_work_waits_for_its_next_try_and_parked_work_for_a_person(
    authorized: Payment, announced: list[tuple[Work, int]], paused: int, parked: bool, found: bool
) -> None:
    ask_capture(payment_id=authorized.pk, reference="p1", amount=authorized.amount)
    now = clock.now()
    Setback.objects.create(
        work=Work.CAPTURE,
        row_id=authorized.pk,
        payment=authorized,
        problem="Misread: no JSON",
        since=now,
        run_after=now + datetime.timedelta(seconds=paused),
        parked_at=now if parked else None,
    )
    _sweep_after(30)

    assert announced == ([(Work.CAPTURE, authorized.pk)] if found else [])


def test_a_lost_release_is_found(authorized: Payment, announced: list[tuple[Work, int]]) -> None:
    ask_capture(payment_id=authorized.pk, reference="p1", amount=Money("1.00", "EUR"))
    capture_payment(authorized.pk)
    ask_release(payment_id=authorized.pk)
    _sweep_after(30)

    assert announced == [(Work.RELEASE, authorized.pk)]
