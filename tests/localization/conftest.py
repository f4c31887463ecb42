"""Markets and a few exchange rates for the tests of localization."""

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest

from localization.models import ExchangeRate
from localization.rate_sources.base import ECB, RANKS
from localization.services.load_markets import load_markets
from localization.states import RateState

FRIDAY = datetime.date(2026, 11, 20)


@pytest.fixture
def loaded_markets(db: None) -> None:
    """The markets of the reference file."""
    load_markets()


@pytest.fixture
def stored_rate(db: None) -> Callable[..., ExchangeRate]:
    """Makes a rate that is in use, published by the ECB on Friday 2026-11-20 unless told otherwise."""

    def make(currency: str, rate: str, **fields: object) -> ExchangeRate:
        given = {"day": FRIDAY, "provider": ECB, "state": RateState.IN_USE, "source": "a test", **fields}
        return ExchangeRate.objects.create(
            currency=currency, rate=Decimal(rate), rank=RANKS[str(given["provider"])], **given
        )

    return make
