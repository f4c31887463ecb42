"""The proof of the books is one look: what is booked while it goes on neither breaks nor enters it."""

from threading import Thread

import pytest
from django.db import connection, transaction

from payments.models import Payment
from payments.services import prove_books as proving
from payments.services.ask_capture import ask_capture
from payments.services.capture_payment import capture_payment
from payments.services.open_payment import open_payment
from payments.services.prove_books import prove_books
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment
from tests.payments.conftest import Sandbox, page_of, sandbox, wish

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
__all__ = ["sandbox"]


@pytest.fixture
def captured_meanwhile(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> list[Thread]:
    """A capture that another worker books between two statements of the proof; the thread that did it."""
    monkeypatch.setattr("payments.events.work_waiting.send_robust", lambda *_args, **_facts: [])
    payment = Payment.objects.get(pk=open_payment(wish()))
    start_payment(payment_id=payment.pk)
    sandbox.pay(page_of(payment))
    sync_payment(payment.pk)
    ask_capture(payment_id=payment.pk, reference="parcel-1", amount=payment.amount)
    booked, workers = proving._booked, []

    def booked_then_captured(kind: str) -> dict[int, int]:
        answer = booked(kind)
        if not workers:
            workers.append(Thread(target=_capture, args=(payment.pk,)))
            workers[0].start()
            workers[0].join(30)
        return answer

    monkeypatch.setattr(proving, "_booked", booked_then_captured)
    return workers


def _capture(payment_id: int) -> None:
    try:
        capture_payment(payment_id)
    finally:
        connection.close()


def _broken() -> set[str]:
    return {proof.rule for proof in prove_books() if proof.rows}


def test_without_one_look_a_capture_meanwhile_looks_like_money_nobody_booked(
    captured_meanwhile: list[Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proving, "_freeze_the_view", lambda: None)

    assert _broken() == {"captured money is booked money"}
    assert Payment.objects.get().captured_minor == 12990


def test_a_capture_meanwhile_breaks_no_proof(captured_meanwhile: list[Thread]) -> None:
    assert _broken() == set()
    assert len(captured_meanwhile) == 1
    assert Payment.objects.get().captured_minor == 12990
    assert _broken() == set()


def test_the_proof_writes_nothing_and_leaves_the_connection_as_it_was(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[tuple[str, str]] = []

    def look() -> list[str]:
        modes.append(_mode())
        return []

    monkeypatch.setattr(proving, "_RULES", {"a rule": look})
    prove_books()
    with transaction.atomic():
        modes.append(_mode())

    assert modes == [("repeatable read", "on"), ("read committed", "off")]


def _mode() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"
        )
        isolation, read_only = cursor.fetchone()
    return isolation, read_only
