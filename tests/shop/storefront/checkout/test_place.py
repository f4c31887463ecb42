"""Placing: once, at the quoted price, and every refusal with a way on."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from catalog.models import StockLevel
from localization import clock
from orders.models import Order, PlacedKey
from orders.periods import QUOTE_LIFE
from tests.shop.storefront.checkout.buying import BASE, add, give_address, order_form, press, to_review


def test_the_button_makes_the_order_and_leads_to_its_payment(client, scarf):
    page = to_review(client, scarf, "2")
    answer = press(client, order_form(page))
    order = Order.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}order/{order.token}/pay/")
    assert order.total == page.context["quote"].totals.total
    assert (order.email, order.language, order.terms) == ("ada@example.com", "en", "2026-11")
    assert client.get(f"{BASE}cart/").context["page"].cart is None
    assert "cart_n" not in client.cookies or client.cookies["cart_n"].value == ""


def test_the_same_form_sent_again_leads_to_the_same_order(client, scarf):
    form = order_form(to_review(client, scarf))
    first, again = press(client, form), press(client, form)
    assert (again.status_code, again["Location"]) == (303, first["Location"])
    assert Order.objects.count() == 1


def test_two_tabs_of_the_same_last_look_make_one_order(client, scarf):
    one = order_form(to_review(client, scarf))
    two = order_form(client.get(f"{BASE}checkout/review/"))
    press(client, one)
    press(client, two)
    assert Order.objects.count() == 1


def test_the_last_look_after_ordering_is_the_order(client, scarf):
    press(client, order_form(to_review(client, scarf)))
    answer = client.get(f"{BASE}checkout/review/")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}order/{Order.objects.get().token}/")


def test_prices_names_and_owners_sent_along_are_ignored(client, scarf):
    page = to_review(client, scarf)
    press(
        client,
        order_form(page),
        total="0.01",
        price="0.01",
        discount="100",
        tax="0",
        state="confirmed",
        customer_id="1",
        email="thief@example.com",
    )
    order = Order.objects.get()
    assert order.total == page.context["quote"].totals.total
    assert (order.state, order.customer_id, order.email) == ("awaiting_payment", None, "ada@example.com")


def test_an_expired_price_is_told_and_a_new_one_is_one_press_away(client, scarf):
    form = order_form(to_review(client, scarf))
    with time_machine.travel(clock.now() + QUOTE_LIFE + timedelta(minutes=1)):
        assert "Show the new price" in client.get(f"{BASE}checkout/review/").content.decode()
        refused = press(client, form)
        assert refused.status_code == 409
        assert "This price has expired" in refused.content.decode()
        assert "Order with obligation to pay" not in refused.content.decode()
        assert client.post(f"{BASE}checkout/refresh/")["Location"] == f"{BASE}checkout/review/"
        press(client, order_form(client.get(f"{BASE}checkout/review/")))
    assert Order.objects.get().address["street"] == "Torstraße 12"


def test_a_cart_changed_in_another_tab_is_told_and_not_ordered(client, scarf):
    form = order_form(to_review(client, scarf))
    add(client, scarf, "2")
    refused = press(client, form)
    assert refused.status_code == 409
    assert "Your cart has changed" in refused.content.decode()
    assert f'action="{BASE}checkout/refresh/"' in refused.content.decode()
    assert not Order.objects.exists()


def test_what_sold_out_meanwhile_leads_to_the_cart(client, scarf):
    form = order_form(to_review(client, scarf, "2"))
    StockLevel.objects.update(on_hand=1)
    refused = press(client, form)
    assert refused.status_code == 409
    assert f'href="{BASE}cart/"' in refused.content.decode()
    assert not Order.objects.exists()
    assert not PlacedKey.objects.exists()


def test_without_terms_nothing_is_ordered(client, scarf):
    add(client, scarf)
    give_address(client)
    session = client.session
    refused = press(client, {"key": "k", "quote_id": session["checkout"]["quote_id"]})
    assert refused.status_code == 422
    assert "Please agree to the terms first." in refused.content.decode()
    assert not Order.objects.exists()


@pytest.mark.parametrize("quote_id", ["", "x", "-1", "99999999999999999999"])
def test_a_quote_that_is_none_is_refused(client, scarf, quote_id):
    form = order_form(to_review(client, scarf))
    assert press(client, form, quote_id=quote_id).status_code == 404
    assert not Order.objects.exists()


def test_somebody_elses_quote_cannot_be_ordered(client, scarf):
    theirs = order_form(to_review(client, scarf))
    thief = Client()
    to_review(thief, scarf)
    refused = press(thief, theirs)
    assert refused.status_code == 404
    assert not Order.objects.exists()


def test_the_same_key_with_another_quote_is_refused(client, scarf):
    form = order_form(to_review(client, scarf))
    press(client, form)
    refused = press(client, form, quote_id="424242")
    assert refused.status_code == 422
    assert Order.objects.count() == 1


@pytest.mark.parametrize("key", ["", "k" * 101])
def test_a_key_that_is_none_is_refused(client, scarf, key):
    form = order_form(to_review(client, scarf))
    assert press(client, form, key=key).status_code == 422
    assert not Order.objects.exists()
