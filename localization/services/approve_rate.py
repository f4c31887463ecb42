"""Puts a held exchange rate into use."""

from django.db import transaction

from localization.events import rates_changed
from localization.lifecycle import move_to
from localization.models import ExchangeRate
from localization.selectors import RATES
from localization.states import RateState


def approve_rate(*, rate_id: int, actor: str, reason: str = "") -> None:
    """A person has looked at the jump and found it true: from now on the rate converts money.

    Raises MoveNotAllowed for a rate that is not held, ExchangeRate.DoesNotExist for an unknown id.
    """
    with transaction.atomic():
        row = ExchangeRate.objects.select_for_update().get(pk=rate_id)
        move_to(row, RateState.IN_USE, reason=reason, actor=actor)
        RATES.forget()
        transaction.on_commit(lambda: rates_changed.send_robust(sender=ExchangeRate))
