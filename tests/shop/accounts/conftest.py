"""A customer, a stranger, and the shop they meet in."""

import pytest
from django.test import Client

from shop.accounts.models import User
from tests.orders import outside
from tests.orders.making import make_merchant, make_reference, make_variant

PASSWORD = "a-long-password"


@pytest.fixture(autouse=True)
def _outside(settings):
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    outside.forget()


@pytest.fixture
def reference(db):
    """Markets, rates, freight and tariffs."""
    make_reference()


@pytest.fixture
def scarf(reference):
    """A silk scarf, ten of them."""
    return make_variant(make_merchant())


@pytest.fixture
def ada(reference):
    """A customer."""
    return User.objects.create_user("ada@example.com", PASSWORD)


@pytest.fixture
def hers(ada):
    """Her browser, signed in."""
    browser = Client()
    browser.force_login(ada)
    return browser


@pytest.fixture
def his(reference):
    """A stranger's browser, signed in."""
    browser = Client()
    browser.force_login(User.objects.create_user("bob@example.com", PASSWORD))
    return browser
