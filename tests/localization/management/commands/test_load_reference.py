"""`manage.py load_reference`."""

from io import StringIO

import pytest
from django.core.management import call_command

from localization.models import ExchangeRate, Market


@pytest.mark.django_db
def test_it_loads_markets_and_rates_and_may_be_repeated():
    said = StringIO()
    call_command("load_reference", stdout=said)
    rates = ExchangeRate.objects.count()
    call_command("load_reference", stdout=said)
    assert said.getvalue().splitlines() == [
        f"15 markets, {rates} new exchange rates",
        "15 markets, 0 new exchange rates",
    ]
    assert (Market.objects.count(), ExchangeRate.objects.count()) == (15, rates)
