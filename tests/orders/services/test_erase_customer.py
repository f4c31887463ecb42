"""Erasing a person keeps the books."""

import pytest

from orders.models import Cart, Quote
from orders.refusals import OrdersOpen
from orders.services.cancel_order import cancel_order
from orders.services.erase_customer import erase_customer
from orders.services.export_customer import export_customer
from tests.orders.making import make_order
from tests.orders.outside import again


@pytest.fixture
def ada(django_user_model):
    """A customer."""
    return django_user_model.objects.create_user("ada@example.com", "long enough")


def test_what_names_the_person_goes_and_the_sums_stay(scarf, ada):
    order = make_order((scarf, 2), customer_id=ada.pk)
    cancel_order(order_id=order.pk, actor="user:1", reason="")
    erase_customer(ada.pk)
    after = again(order)
    assert (after.customer_id, after.email) == (None, "erased@invalid")
    assert after.total == order.total
    assert (after.address["country"], after.address["postcode"]) == ("DE", "10119")
    for text in (str(after.address), str(after.quote.body)):
        assert "Ada" not in text
        assert "Torstraße" not in text
    assert export_customer(ada.pk) == {"cart": [], "orders": []}


def test_an_order_under_way_still_needs_its_address(scarf, ada):
    order = make_order((scarf, 2), customer_id=ada.pk)
    with pytest.raises(OrdersOpen) as no:
        erase_customer(ada.pk)
    assert no.value.numbers == (order.number,)
    assert again(order).address["name"] == "Ada Kurz"
    assert (Cart.objects.count(), Quote.objects.count()) == (1, 1)
