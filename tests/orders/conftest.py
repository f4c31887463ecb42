"""The shop the tests of orders stand on."""

import pytest

from tests.orders import outside
from tests.orders.making import make_merchant, make_reference, make_variant


@pytest.fixture(autouse=True)
def _outside(settings):
    """A gateway and a carrier that answer from memory."""
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    settings.CARRIERS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeCarrier", "OPTIONS": {}}}
    outside.forget()


@pytest.fixture
def reference(db):
    """Markets, rates, freight and tariffs."""
    make_reference()


@pytest.fixture
def merchant(reference):
    """A workshop in Hangzhou."""
    return make_merchant()


@pytest.fixture
def scarf(merchant):
    """A silk scarf for CNY 298, ten of them."""
    return make_variant(merchant)
