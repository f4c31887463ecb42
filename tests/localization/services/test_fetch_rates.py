"""Fetching today's rates."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.db import connection

from localization.events import rates_changed
from localization.models import ExchangeRate
from localization.outside import Misread, Unavailable
from localization.rate_sources.base import ECB, PublishedRate
from localization.selectors import fx_table
from localization.services.fetch_rates import FetchReport, fetch_rates
from localization.states import RateState
from tests.localization.conftest import FRIDAY

pytestmark = pytest.mark.django_db
MONDAY = datetime.date(2026, 11, 23)


class Source:
    """Answers what the test says, and looks whether a transaction is open."""

    answer: list[PublishedRate] | Exception = []
    depth: int | None = None

    def rates(self, *, since):
        Source.depth = len(connection.savepoint_ids)
        if isinstance(Source.answer, Exception):
            raise Source.answer
        return Source.answer


@pytest.fixture(autouse=True)
def _source(settings):
    settings.RATE_SOURCES = {"live": {"BACKEND": f"{__name__}.Source"}}
    Source.answer = []
    with time_machine.travel("2026-11-23 16:00", tick=False):
        yield


def published(currency, rate, day=MONDAY):
    return PublishedRate(currency=currency, day=day, rate=Decimal(rate), publisher=ECB, source="a test")


def test_new_rates_are_in_use_and_the_pegs_follow(stored_rate):
    stored_rate("USD", "1.10")
    Source.answer = [published("USD", "1.11"), published("GBP", "0.85")]
    report = fetch_rates()
    assert report.in_use[:2] == ("USD", "GBP")
    assert {"AED", "SAR"} <= set(report.in_use)
    assert fx_table(MONDAY).rate("EUR", "AED").rate == Decimal("4.076475")


def test_the_source_is_asked_with_no_transaction_open():
    fetch_rates()
    assert Source.depth == 0


def test_fetching_twice_keeps_what_is_there():
    Source.answer = [published("GBP", "0.85")]
    fetch_rates()
    Source.answer = [published("GBP", "0.86")]
    assert fetch_rates() == FetchReport(in_use=(), held=())
    assert ExchangeRate.objects.get().rate == Decimal("0.85")


@pytest.mark.parametrize("jump", ["1.2101", "0.9899", "110"])
def test_a_jump_over_ten_per_cent_is_held_and_the_last_rate_goes_on(stored_rate, jump):
    stored_rate("GBP", "1.1")
    Source.answer = [published("GBP", jump)]
    assert fetch_rates() == FetchReport(in_use=(), held=("GBP",))
    assert fx_table(MONDAY).rate("EUR", "GBP").rate == Decimal("1.1")
    assert ExchangeRate.objects.get(day=MONDAY).state == RateState.HELD


@pytest.mark.parametrize("step", ["1.21", "0.99"])
def test_a_move_of_ten_per_cent_is_no_jump(stored_rate, step):
    stored_rate("GBP", "1.1")
    Source.answer = [published("GBP", step)]
    assert fetch_rates().in_use == ("GBP",)


def test_a_jump_is_measured_against_the_last_rate_in_use_and_not_a_held_one(stored_rate):
    stored_rate("GBP", "1.1", day=FRIDAY - datetime.timedelta(days=1))
    stored_rate("GBP", "2.2", state=RateState.HELD)
    Source.answer = [published("GBP", "2.2")]
    assert fetch_rates().held == ("GBP",)


def test_what_hangs_on_a_dollar_that_jumped_is_held_with_it(stored_rate):
    stored_rate("USD", "1.1")
    stored_rate("AED", "4.03975", provider="peg")
    Source.answer = [published("USD", "2.2")]
    held = set(fetch_rates().held)
    assert {"USD", "AED"} <= held


@pytest.mark.parametrize("failure", [Unavailable("down"), Misread("garbage")])
def test_a_failing_source_changes_nothing(stored_rate, failure):
    stored_rate("USD", "1.1")
    Source.answer = failure
    with pytest.raises(type(failure)):
        fetch_rates()
    assert list(ExchangeRate.objects.values_list("currency", "rate")) == [("USD", Decimal("1.1"))]


def test_new_rates_are_announced_after_the_commit_and_only_then(django_capture_on_commit_callbacks):
    heard = []

    def hear(**_signal):
        heard.append(ExchangeRate.objects.count())

    rates_changed.connect(hear)
    Source.answer = [published("GBP", "0.85")]
    with django_capture_on_commit_callbacks(execute=True):
        fetch_rates()
    with django_capture_on_commit_callbacks(execute=True):
        fetch_rates()
    rates_changed.disconnect(hear)
    assert heard == [1]
