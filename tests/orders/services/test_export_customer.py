"""A person's own data, whole and nobody else's."""

import json

from orders.services.add_to_cart import add_to_cart
from orders.services.export_customer import export_customer
from orders.services.open_cart import open_cart
from tests.orders.making import make_order


def test_a_customer_gets_all_of_their_own_and_nothing_else(scarf, django_user_model):
    ada = django_user_model.objects.create_user("ada@example.com", "long enough")
    order = make_order((scarf, 2), customer_id=ada.pk)
    make_order((scarf, 1))
    add_to_cart(
        cart_token=open_cart(market="de", language="de", customer_id=ada.pk), variant_id=scarf.pk, quantity=3
    )
    data = json.loads(json.dumps(export_customer(ada.pk)))
    assert data["cart"] == [{"sku": "SCARF", "quantity": 3}]
    (told,) = data["orders"]
    assert (told["number"], told["total"]) == (order.number, "102.1300 EUR")
    assert told["address"]["city"] == "Berlin"
    assert told["lines"] == [{"sku": "SCARF", "title": "Schal SCARF", "quantity": 2, "amount": "75.9000 EUR"}]
