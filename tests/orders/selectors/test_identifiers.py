"""Who may read an identifier: filing in clear, people its mask, everything else nothing."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from orders.models import BuyerIdentifier, Cart, Order, OrderHistory, PlacedKey, Quote
from orders.refusals import BadIdentifier, IdentifierMissing, KeyReused
from orders.selectors.identifiers import identifier_for, orders_under, shown_identifier
from orders.services.cancel_order import cancel_order
from orders.services.erase_customer import erase_customer
from orders.services.export_customer import export_customer
from orders.services.place_order import place_order
from tests.orders.abroad import RIC, kyoto_scarf, order_to_shanghai, quoted_cart
from tests.orders.making import make_order, make_wish

MASK = f"3{'•' * 15}{RIC[-2:]}"


@pytest.fixture
def kyoto(reference):
    """A scarf from Kyoto."""
    return kyoto_scarf()


def test_an_identifier_lies_sealed_and_opens_for_filing(kyoto):
    order = order_to_shanghai(kyoto, identifier=f" {RIC[:6]} {RIC[6:]} ")
    row = BuyerIdentifier.objects.get()
    assert (row.order_id, row.kind, row.shown) == (order.pk, "CN-RIC", MASK)
    assert RIC not in row.sealed
    assert identifier_for(order.pk) == RIC
    assert shown_identifier(order.pk) == f"Resident identity card number: {MASK}"
    assert orders_under(RIC) == [order.pk]


def test_it_stands_nowhere_else(kyoto):
    order = order_to_shanghai(kyoto)
    kept = [*Quote.objects.values(), *Order.objects.values(), *OrderHistory.objects.values()]
    assert RIC not in json.dumps([*kept, *PlacedKey.objects.values()], default=str)
    assert RIC not in repr(make_wish("cart", 1, identifier=RIC))
    assert str(order.identifier) == f"CN-RIC {MASK}"


@pytest.mark.parametrize(("typed", "refusal"), [("", IdentifierMissing), ("12345", BadIdentifier)])
def test_without_a_good_one_no_order_is_placed(kyoto, typed, refusal):
    token, quote_id = quoted_cart(kyoto)
    with pytest.raises(refusal):
        place_order(make_wish(token, quote_id, identifier=typed))
    assert not Order.objects.exists()
    assert Quote.objects.get().used_at is None
    assert Cart.objects.get().lines.count() == 1


def test_the_same_key_with_another_identifier_is_refused(kyoto):
    token, quote_id = quoted_cart(kyoto)
    place_order(make_wish(token, quote_id, key="one", identifier=RIC))
    with pytest.raises(KeyReused):
        place_order(make_wish(token, quote_id, key="one", identifier="12345"))


def test_what_nobody_asked_for_is_not_kept(scarf):
    order = make_order((scarf, 1), identifier=RIC)
    assert not BuyerIdentifier.objects.exists()
    assert (identifier_for(order.pk), shown_identifier(order.pk)) == ("", "")


def test_an_export_holds_the_mask_and_an_erased_customer_nothing(kyoto, django_user_model):
    ada = django_user_model.objects.create_user("ada@example.com", "long enough")
    order = order_to_shanghai(kyoto, customer_id=ada.pk)
    export = export_customer(ada.pk)
    assert export["orders"][0]["identifier"] == f"CN-RIC {MASK}"
    assert RIC not in json.dumps(export)
    cancel_order(order_id=order.pk, actor="user:1", reason="")
    erase_customer(ada.pk)
    row = BuyerIdentifier.objects.get()
    assert (row.sealed, row.digest) == ("", "")
    assert (identifier_for(order.pk), orders_under(RIC)) == ("", [])


def test_operators_see_the_mask(kyoto, client):
    order = order_to_shanghai(kyoto)
    client.force_login(get_user_model().objects.create_superuser("operator@causeway.test", "secret"))
    page = client.get(reverse("admin:orders_order_change", args=[order.pk])).content.decode()
    assert MASK in page
    assert RIC not in page
