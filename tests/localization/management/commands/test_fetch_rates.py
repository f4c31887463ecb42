"""`manage.py fetch_rates`."""

from io import StringIO

import pytest
import responses
import time_machine
from django.core.management import CommandError, call_command

from localization.models import ExchangeRate
from tests.localization.rate_sources.daily_file import URL, daily_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bank(settings):
    settings.RATE_SOURCES = {
        "live": {"BACKEND": "localization.rate_sources.ecb_live.EcbLive", "OPTIONS": {"url": URL}}
    }
    with responses.RequestsMock() as outside, time_machine.travel("2026-11-23 16:00", tick=False):
        yield outside


def test_it_says_what_is_new_and_what_waits_for_a_person(bank, stored_rate):
    stored_rate("GBP", "0.5")
    bank.get(URL, body=daily_file("2026-11-23", JPY="178.05", GBP="0.87"))
    said = StringIO()
    call_command("fetch_rates", stdout=said)
    assert said.getvalue() == "new: JPY\nheld for a person: GBP\n"


def test_it_fails_when_the_source_does(bank):
    bank.get(URL, status=503)
    with pytest.raises(CommandError, match="answered 503"):
        call_command("fetch_rates")
    assert not ExchangeRate.objects.exists()
