"""Opening carts."""

import pytest

from localization.selectors import UnknownMarket
from orders.models import Cart
from orders.services.open_cart import open_cart


def test_a_guest_gets_a_new_unguessable_cart_each_time(reference):
    first, second = (open_cart(market="de", language="de") for _ in range(2))
    assert first != second
    assert len(first) >= 22


def test_a_customer_has_one_cart(reference, django_user_model):
    ada = django_user_model.objects.create_user("ada@example.com", "long enough")
    first, second = (open_cart(market="de", language="de", customer_id=ada.pk) for _ in range(2))
    assert first == second


def test_an_unknown_market_opens_nothing(reference):
    with pytest.raises(UnknownMarket):
        open_cart(market="xx", language="de")
    assert not Cart.objects.exists()
