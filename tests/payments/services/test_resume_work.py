"""Taking parked work up again: a worker is woken, and the count begins anew."""

import pytest
from django.test import TestCase

from localization import clock
from payments.events import Work
from payments.models import Payment, Setback
from payments.services.resume_work import resume_work


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    heard: list[int] = []
    monkeypatch.setattr("payments.tasks.capture_payment.delay", heard.append)
    return heard


def test_parked_work_starts_anew(new_payment: Payment, woken: list[int]) -> None:
    now = clock.now()
    parked = Setback.objects.create(
        work=Work.CAPTURE,
        row_id=new_payment.pk,
        payment=new_payment,
        faults=5,
        problem="Misread: no JSON",
        since=now,
        run_after=now,
        parked_at=now,
    )
    with TestCase.captureOnCommitCallbacks(execute=True):
        resume_work(setback_id=parked.pk, actor="op")
        resume_work(setback_id=parked.pk, actor="op")

    assert woken == [new_payment.pk]
    assert not Setback.objects.exists()


def test_work_that_succeeded_meanwhile_is_left_alone(db: None, woken: list[int]) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        resume_work(setback_id=1, actor="op")

    assert woken == []
