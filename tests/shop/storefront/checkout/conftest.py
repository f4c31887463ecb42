"""A scarf from Hangzhou in the German market, and a gateway that answers from memory."""

import pytest

from tests.orders import outside
from tests.orders.making import make_merchant, make_reference, make_variant


@pytest.fixture(autouse=True)
def _outside(settings):
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    settings.CARRIERS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeCarrier", "OPTIONS": {}}}
    outside.forget()


@pytest.fixture
def scarf(db):
    """A silk scarf for CNY 298, ten of them."""
    make_reference()
    return make_variant(make_merchant())
