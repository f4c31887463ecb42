"""The three steps of every call that can move money: say it is sent, call with no transaction open, say how it ended."""

from collections.abc import Callable

from django.db import transaction

from localization.outside import Misread, Refused, Unavailable
from payments.gateways.base import Gateway, GatewayPayment
from payments.gateways.registry import gateway
from payments.models import Attempt, Outcome


def call_gateway(attempt: Attempt, send: Callable[[Gateway], GatewayPayment]) -> GatewayPayment:
    """What the gateway answers. Raises Unavailable or Misread (outcome unknown) and Refused (a clear no)."""
    _note(attempt, Outcome.SENT)
    try:
        truth = send(gateway(attempt.gateway))
    except (Unavailable, Misread):
        _note(attempt, Outcome.UNKNOWN)
        raise
    except Refused:
        _note(attempt, Outcome.REFUSED)
        raise
    attempt.provider_id, attempt.page_url = truth.provider_id, truth.page_url or attempt.page_url
    _note(attempt, Outcome.DONE)
    return truth


def _note(attempt: Attempt, outcome: Outcome) -> None:
    attempt.outcome = outcome
    with transaction.atomic(durable=True):
        attempt.save(update_fields=["outcome", "provider_id", "page_url"])
