"""Writing a call down before it is made: one key per subject."""

from payments.models import AttemptKind, Payment
from payments.services.begin_attempt import begin_attempt


def test_one_subject_has_one_key_for_ever(new_payment: Payment) -> None:
    first = begin_attempt(new_payment, AttemptKind.CAPTURE, "7.0")

    assert begin_attempt(new_payment, AttemptKind.CAPTURE, "7.0").key == first.key
    assert begin_attempt(new_payment, AttemptKind.CAPTURE, "7.1").key != first.key
    assert first.outcome == "new"
