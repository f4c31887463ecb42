"""A person's yes to a held rate."""

from decimal import Decimal

import pytest

from localization.lifecycle import MoveNotAllowed
from localization.models import ExchangeRate, ExchangeRateHistory
from localization.selectors import fx_table
from localization.services.approve_rate import approve_rate
from localization.states import RateState
from tests.localization.conftest import FRIDAY


def test_a_held_rate_converts_from_now_on_and_its_history_says_who_decided(stored_rate):
    row = stored_rate("USD", "1.5", state=RateState.HELD)
    assert "USD" not in fx_table(FRIDAY).rows
    approve_rate(rate_id=row.pk, actor="olga", reason="checked")
    row.refresh_from_db()
    assert row.state == RateState.IN_USE
    assert list(row.history.values_list("source", "target", "actor", "reason")) == [
        ("held", "in_use", "olga", "checked")
    ]
    assert fx_table(FRIDAY).rate("EUR", "USD").rate == Decimal("1.5")


@pytest.mark.parametrize("state", [RateState.IN_USE, RateState.DISMISSED])
def test_only_a_held_rate_is_decided(stored_rate, state):
    row = stored_rate("USD", "1.5", state=state)
    with pytest.raises(MoveNotAllowed):
        approve_rate(rate_id=row.pk, actor="olga")
    row.refresh_from_db()
    assert (row.state, row.rate) == (state, Decimal("1.5"))
    assert not ExchangeRateHistory.objects.exists()


@pytest.mark.django_db
def test_an_unknown_rate_cannot_be_decided():
    with pytest.raises(ExchangeRate.DoesNotExist):
        approve_rate(rate_id=0, actor="olga")
