"""A member acts for a merchant."""

import pytest
from django.contrib.auth import get_user_model

from catalog.models import Merchant
from catalog.selectors.merchants import merchants_of
from catalog.services.add_member import add_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def merchant():
    return Merchant.objects.create(
        code="silk", name="Silk", country="CN", city="Hangzhou", email="a@silk.example"
    )


def test_a_member_acts_for_the_merchant(merchant):
    user = get_user_model().objects.create_user("a@b.example")
    add_member(merchant="silk", user_id=user.pk)
    assert merchants_of(user.pk) == {merchant.pk}


def test_adding_again_changes_the_role_only(merchant):
    user = get_user_model().objects.create_user("a@b.example")
    add_member(merchant="silk", user_id=user.pk)
    add_member(merchant="silk", user_id=user.pk, role="owner")
    assert [member.role for member in merchant.members.all()] == ["owner"]


def test_an_unknown_merchant_is_refused(merchant):
    user = get_user_model().objects.create_user("a@b.example")
    with pytest.raises(Merchant.DoesNotExist):
        add_member(merchant="none", user_id=user.pk)
    assert merchants_of(user.pk) == frozenset()
