"""The three steps of a call: the attempt says sent before, and how it ended after."""

import pytest

from localization.outside import Misread, Refused, Unavailable
from payments.gateways.base import Gateway, GatewayPayment
from payments.models import Attempt, AttemptKind, Payment
from payments.services.begin_attempt import begin_attempt
from payments.services.call_gateway import call_gateway
from tests.payments.conftest import Sandbox


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Unavailable("x"), "unknown"),
        (Misread("x"), "unknown"),
        (Refused("x"), "refused"),
        (RuntimeError("killed"), "sent"),
    ],
)
def test_the_attempt_tells_how_far_the_call_came(
    new_payment: Payment, sandbox: Sandbox, error: Exception, outcome: str
) -> None:
    attempt = begin_attempt(new_payment, AttemptKind.OPEN, "1")
    seen: list[str] = []

    def send(_gateway: Gateway) -> GatewayPayment:
        seen.append(Attempt.objects.get().outcome)
        raise error

    with pytest.raises(type(error)):
        call_gateway(attempt, send)

    assert seen == ["sent"]
    assert Attempt.objects.get().outcome == outcome
