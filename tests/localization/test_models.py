"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction

from localization.models import ExchangeRate, Market

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rate", ["0", "-1"])
def test_a_rate_that_is_not_positive_is_refused(stored_rate, rate):
    with pytest.raises(IntegrityError), transaction.atomic():
        stored_rate("USD", rate)
    assert not ExchangeRate.objects.exists()


def test_a_second_rate_of_one_day_currency_and_provider_is_refused(stored_rate):
    stored_rate("USD", "1.1")
    with pytest.raises(IntegrityError), transaction.atomic():
        stored_rate("USD", "1.2")
    assert ExchangeRate.objects.count() == 1


def test_an_unknown_state_is_refused(stored_rate):
    with pytest.raises(IntegrityError), transaction.atomic():
        stored_rate("USD", "1.1", state="maybe")
    assert not ExchangeRate.objects.exists()


@pytest.mark.parametrize("uplift", ["-0.01", "1"])
def test_an_uplift_is_a_share(uplift):
    with pytest.raises(IntegrityError), transaction.atomic():
        Market.objects.create(code="xx", name="X", currency="EUR", uplift=uplift)
    assert not Market.objects.exists()
