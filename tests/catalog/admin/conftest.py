"""The back office's tests of the catalog stand in a shop with markets."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from catalog.models import Merchant, MerchantMember
from localization.services.load_markets import load_markets
from tests.catalog.making import make_merchant


@pytest.fixture(autouse=True)
def _shop(db):
    """The page that says no is the shop's own and knows its markets."""
    load_markets()


@pytest.fixture
def own() -> Merchant:
    return make_merchant("own")


@pytest.fixture
def foreign() -> Merchant:
    return make_merchant("foreign")


@pytest.fixture
def operator(client):
    user = get_user_model().objects.create_superuser(email="op@example.com", password="a-long-password")
    client.force_login(user)
    return client


@pytest.fixture
def member(client, own):
    user = get_user_model().objects.create_user(
        email="own@example.com", password="a-long-password", is_staff=True
    )
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="catalog"))
    MerchantMember.objects.create(merchant=own, user=user)
    client.force_login(user)
    return client
