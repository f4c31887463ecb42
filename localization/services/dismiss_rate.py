"""Puts a held exchange rate aside for good."""

from django.db import transaction

from localization.lifecycle import move_to
from localization.models import ExchangeRate
from localization.states import RateState


def dismiss_rate(*, rate_id: int, actor: str, reason: str = "") -> None:
    """A person has looked at the jump and found it wrong: the rate stays on record and never converts money.

    Raises MoveNotAllowed for a rate that is not held, ExchangeRate.DoesNotExist for an unknown id.
    """
    with transaction.atomic():
        row = ExchangeRate.objects.select_for_update().get(pk=rate_id)
        move_to(row, RateState.DISMISSED, reason=reason, actor=actor)
