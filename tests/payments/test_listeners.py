"""From a wish to the worker: what is written down and committed is carried out by this app's own tasks."""

from moneyed import Money
from pytest_django import DjangoCaptureOnCommitCallbacks

from payments.models import Payment
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.ask_void import ask_void
from payments.states import PaymentState
from tests.payments.conftest import Sandbox, fresh


def test_a_capture_wish_is_carried_out(
    authorized: Payment, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask_capture(payment_id=authorized.pk, reference="p1", amount=authorized.amount)

    assert fresh(authorized).state == PaymentState.CAPTURED


def test_a_refund_wish_is_carried_out(
    captured: Payment, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask_refund(payment_id=captured.pk, amount=Money("1", "EUR"), reference="r1")

    assert fresh(captured).refunded == Money("1", "EUR")


def test_a_void_wish_is_carried_out(
    started: Payment, sandbox: Sandbox, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask_void(payment_id=started.pk)

    assert fresh(started).state == PaymentState.VOIDED
    assert sandbox.documents()[0]["status"] == "voided"
