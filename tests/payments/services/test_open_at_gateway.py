"""Opening at the gateway: the attempt's own key, and rubbish counts as no answer."""

import pytest

from localization.outside import Unavailable
from payments.models import AttemptKind, Payment
from payments.services.begin_attempt import begin_attempt
from payments.services.open_at_gateway import open_at_gateway
from tests.payments.conftest import Sandbox


def test_sending_it_twice_opens_one_payment(new_payment: Payment, sandbox: Sandbox) -> None:
    attempt = begin_attempt(new_payment, AttemptKind.OPEN, "1")

    assert open_at_gateway(attempt).provider_id == open_at_gateway(attempt).provider_id
    assert attempt.provider_id == sandbox.documents()[0]["id"]


def test_rubbish_leaves_the_outcome_unknown(new_payment: Payment, sandbox: Sandbox) -> None:
    attempt = begin_attempt(new_payment, AttemptKind.OPEN, "1")
    sandbox.fault(answers="garbage")
    with pytest.raises(Unavailable):
        open_at_gateway(attempt)

    assert attempt.outcome == "unknown"
