"""The world the back office's tests stand in."""

import pytest

from tests.orders import outside
from tests.shop.backoffice.world import make_world


@pytest.fixture(autouse=True)
def _outside(settings):
    """A gateway and a carrier that answer from memory."""
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    settings.CARRIERS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeCarrier", "OPTIONS": {}}}
    outside.forget()


@pytest.fixture
def world(db, django_capture_on_commit_callbacks):
    """Two merchants with an order each and one they share."""
    return make_world(django_capture_on_commit_callbacks)
