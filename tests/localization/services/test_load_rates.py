"""Loading the bundled history."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from localization.models import ExchangeRate
from localization.selectors import fx_table
from localization.services.load_rates import load_rates
from localization.states import RateState

pytestmark = pytest.mark.django_db
LAST_BUNDLED = datetime.date(2026, 10, 30)


@pytest.fixture(autouse=True)
def _in_november_2026():
    with time_machine.travel("2026-11-22", tick=False):
        yield


def test_loading_twice_adds_nothing_the_second_time():
    assert load_rates() > 9000
    assert load_rates() == 0


def test_all_market_currencies_have_a_rate_with_its_day_and_provider():
    load_rates()
    table = fx_table(LAST_BUNDLED)
    found = {code: table.rows[code].provider for code in ("GBP", "USD", "JPY", "AUD", "AED", "CNY")}
    assert found == {"GBP": "ecb", "USD": "ecb", "JPY": "ecb", "AUD": "ecb", "AED": "peg", "CNY": "ecb"}
    assert {row.day for row in table.rows.values()} == {LAST_BUNDLED}


def test_the_history_goes_back_four_hundred_days_and_no_further():
    load_rates()
    oldest = ExchangeRate.objects.order_by("day").values_list("day", flat=True)[0]
    assert datetime.date(2025, 10, 18) <= oldest <= datetime.date(2025, 10, 22)


def test_a_known_rate_stays_as_it_is(stored_rate):
    row = stored_rate("USD", "1.5", day=LAST_BUNDLED)
    load_rates()
    row.refresh_from_db()
    assert row.rate == Decimal("1.5")
    assert ExchangeRate.objects.filter(currency="USD", day=LAST_BUNDLED).count() == 1


def test_the_dirham_follows_the_dollar():
    load_rates()
    assert fx_table(LAST_BUNDLED).rate("USD", "AED").rate == pytest.approx(
        Decimal("3.6725"), abs=Decimal("1e-9")
    )


def test_bundled_rates_are_in_use():
    load_rates()
    assert set(ExchangeRate.objects.values_list("state", flat=True)) == {RateState.IN_USE}
