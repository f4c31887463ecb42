"""Money under concurrency: first the race is shown with its lock off, then that the lock stops it."""

import json
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from moneyed import Money

from localization.outside import sign
from localization.refusals import Refusal
from payments.models import JournalEntry, Notification, Payment
from payments.services import ask_refund as asking
from payments.services import record_truth as recording
from payments.services.apply_notification import apply_notification
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.capture_payment import capture_payment
from payments.services.open_payment import open_payment
from payments.services.prove_books import prove_books
from payments.services.receive_notification import receive_notification
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment
from tests.payments.conftest import SECRET, Sandbox, page_of, sandbox, wish

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
__all__ = ["sandbox"]


@pytest.fixture
def paid(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Payment:
    """An authorized payment; tasks are not run by commits here, since the threads do their work themselves."""
    monkeypatch.setattr("payments.events.work_waiting.send_robust", lambda *_args, **_facts: [])
    payment = Payment.objects.get(pk=open_payment(wish()))
    start_payment(payment_id=payment.pk)
    sandbox.pay(page_of(payment))
    sync_payment(payment.pk)
    return Payment.objects.get(pk=payment.pk)


def _at_once(act: Callable[[int], object], count: int) -> list[object]:
    """What `count` threads answered that began together; a refusal or an error is an answer too."""
    start, answers = threading.Barrier(count), [None] * count

    def run(number: int) -> None:
        try:
            start.wait(10)
            answers[number] = act(number)  # type: ignore[call-overload]
        except Exception as error:
            answers[number] = error  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return list(answers)


def _unlocked(payment_id: int) -> Payment:
    """The payment's row, read without its lock."""
    return Payment.objects.get(pk=payment_id)


def _together(act: Callable[..., Any], count: int) -> Callable[..., Any]:
    """`act`, which nobody begins before all are there: the race, forced."""
    gate = threading.Barrier(count)

    def wait_and_act(*arguments: Any, **named: Any) -> Any:
        gate.wait(10)
        return act(*arguments, **named)

    return wait_and_act


def _refund_all(payment: Payment) -> Callable[[int], object]:
    return lambda number: ask_refund(
        payment_id=payment.pk, amount=payment.amount, reference=f"r{number}", reason="race"
    )


@pytest.fixture
def captured(paid: Payment) -> Payment:
    ask_capture(payment_id=paid.pk, reference="parcel-1", amount=paid.amount)
    capture_payment(paid.pk)
    return Payment.objects.get(pk=paid.pk)


def test_without_the_lock_four_full_refunds_are_all_promised(
    captured: Payment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "lock_payment", _unlocked)
    monkeypatch.setattr(asking, "_check", _together(asking._check, 4))
    _at_once(_refund_all(captured), 4)

    assert captured.refunds.count() == 4


def test_four_full_refunds_at_once_give_back_what_was_paid_once(captured: Payment) -> None:
    answers = _at_once(_refund_all(captured), 4)

    assert sum(isinstance(answer, int) for answer in answers) == 1
    assert sum(isinstance(answer, Refusal) for answer in answers) == 3
    assert captured.refunds.count() == 1
    assert Payment.objects.get().refund_asked_minor == 12990


def _captured_event(sandbox: Sandbox, payment: Payment) -> dict[str, Any]:
    """The gateway's news of a capture we asked for and whose answer was lost."""
    ask_capture(payment_id=payment.pk, reference="parcel-1", amount=payment.amount)
    sandbox.fault(answers="lost")
    with pytest.raises(Exception, match="504"):
        capture_payment(payment.pk)
    sandbox.fault()
    return sandbox.events()[-1]


def _deliver(event: dict[str, Any]) -> int:
    body = json.dumps(event).encode()
    headers = {"Causeway-Signature": sign(SECRET, body, int(time.time()))}
    row_id = receive_notification(gateway="sandbox", headers=headers, body=body)
    apply_notification(row_id)
    return row_id


def test_without_the_lock_a_worker_with_old_facts_forgets_the_capture(
    sandbox: Sandbox,
    paid: Payment,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = _captured_event(sandbox, paid)
    with_news = threading.Barrier(8)

    def unlocked(payment_id: int) -> Payment:
        payment = _unlocked(payment_id)
        with_news.wait(10)
        return payment

    monkeypatch.setattr(recording, "lock_payment", unlocked)
    _at_once(lambda _number: _deliver(event), 8)

    assert {proof.rule for proof in prove_books() if proof.rows} == {"states fit the money"}


def test_eight_copies_of_one_message_at_once_book_it_once(sandbox: Sandbox, paid: Payment) -> None:
    event = _captured_event(sandbox, paid)
    answers = _at_once(lambda _number: _deliver(event), 8)

    assert answers == [Notification.objects.get().pk] * 8
    assert JournalEntry.objects.count() == 1
    assert paid.history.filter(target="captured").count() == 1
    assert Payment.objects.get().captured == Money("129.90", "EUR")
    assert not any(proof.rows for proof in prove_books())


def test_two_workers_with_one_capture_take_the_money_once(sandbox: Sandbox, paid: Payment) -> None:
    ask_capture(payment_id=paid.pk, reference="parcel-1", amount=paid.amount)
    answers = _at_once(lambda _number: capture_payment(paid.pk), 4)

    assert answers == [None] * 4
    assert sandbox.documents()[0]["captured_minor"] == 12990
    assert JournalEntry.objects.count() == 1
