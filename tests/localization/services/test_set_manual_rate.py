"""Rates set by a person."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from localization.manual_rates import BadRate, ManualRate
from localization.models import ExchangeRate
from localization.selectors import fx_table
from localization.services.set_manual_rate import set_manual_rate
from tests.localization.conftest import FRIDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_friday():
    with time_machine.travel("2026-11-20 12:00", tick=False):
        yield


def wish(rate="30000", *, currency="VND", day=FRIDAY, reason="bank says so"):
    return ManualRate(currency=currency, rate=Decimal(rate), day=day, actor="olga", reason=reason)


def test_a_manual_rate_opens_a_currency_without_a_feed():
    set_manual_rate(wish())
    assert fx_table(FRIDAY).rate("EUR", "VND").rate == Decimal(30000)
    assert fx_table(FRIDAY).rate("EUR", "VND").provider == "manual"


def test_a_correction_on_the_same_day_is_kept_in_the_history():
    first = set_manual_rate(wish("30000"))
    fx_table(FRIDAY)
    assert set_manual_rate(wish("31000", reason="typing error")) == first
    row = ExchangeRate.objects.get()
    assert row.rate == Decimal(31000)
    assert list(row.history.values_list("actor", "reason")) == [
        ("olga", "30000: bank says so"),
        ("olga", "30000 → 31000: typing error"),
    ]
    assert fx_table(FRIDAY).rate("EUR", "VND").rate == Decimal(31000)


@pytest.mark.parametrize(
    "bad",
    [
        {"rate": "0"},
        {"rate": "-1"},
        {"rate": "NaN"},
        {"rate": "Infinity"},
        {"rate": "1e-11"},
        {"rate": "1e9"},
        {"currency": "EUR"},
        {"currency": "vnd"},
        {"currency": "ＶＮＤ"},
        {"currency": ""},
        {"day": FRIDAY + datetime.timedelta(days=1)},
    ],
)
def test_what_is_no_rate_cannot_even_be_wished(bad):
    with pytest.raises(BadRate):
        wish(**bad)
    assert not ExchangeRate.objects.exists()


def test_a_long_reason_fits_the_row():
    set_manual_rate(wish(reason="x" * 500))
    assert len(ExchangeRate.objects.get().source) == 200
