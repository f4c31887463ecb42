"""The cart: what gets in, what is refused, and whose it is."""

import pytest
from django.test import Client

from catalog.models import StockLevel
from orders.models import Cart, CartLine
from tests.orders.making import make_variant
from tests.shop.storefront.checkout.buying import BASE, add


def lines():
    return list(CartLine.objects.values_list("variant__sku", "quantity"))


def test_an_empty_cart_says_so_and_shows_the_way_on(client, scarf):
    text = client.get(f"{BASE}cart/").content.decode()
    assert "Nothing in it yet" in text
    assert "cart" not in client.cookies


def test_a_piece_goes_in_and_the_buyer_to_the_cart(client, scarf):
    answer = add(client, scarf, "2")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}cart/")
    assert lines() == [("SCARF", 2)]
    cookie = answer.cookies["cart"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert Cart.objects.get().token not in {cookie.value, answer.cookies["cart_n"].value}
    assert answer.cookies["cart_n"].value == "2"


def test_the_cart_shows_parcel_price_at_the_door_and_the_way_to_checkout(client, scarf):
    add(client, scarf, "2")
    page = client.get(f"{BASE}cart/")
    text = page.content.decode()
    assert page.context["page"].can_check_out
    assert "One parcel from Jiangnan, Hangzhou" in text
    assert f'href="{BASE}checkout/address/"' in text
    assert 'data-kind="border"' in text


@pytest.mark.parametrize(
    "quantity", ["0", "-1", "1e3", "1.5", "NaN", "", "100", "9223372036854775808", "null"]
)
def test_a_senseless_quantity_is_refused_in_words_and_nothing_is_kept(client, scarf, quantity):
    answer = add(client, scarf, quantity)
    assert answer.status_code == 422
    assert "A quantity is a whole number from 1 to 99." in answer.content.decode()
    assert lines() == []


@pytest.mark.parametrize(("typed", "read"), [("٣", 3), ("３", 3), (" 2 ", 2)])
def test_digits_of_any_script_are_read(client, scarf, typed, read):
    add(client, scarf, typed)
    assert lines() == [("SCARF", read)]


@pytest.mark.parametrize("variant_id", ["", "x", "-1", "1e3", "99999999999999999999", "424242"])
def test_a_variant_that_nobody_sells_is_refused(client, scarf, variant_id):
    answer = client.post(f"{BASE}cart/add/", {"variant_id": variant_id, "quantity": "1"})
    assert answer.status_code == 409
    assert lines() == []


def test_more_than_there_is_is_refused_with_what_is_left(client, scarf):
    answer = add(client, scarf, "11")
    assert answer.status_code == 409
    assert "Only 10 pieces" in answer.content.decode()
    assert lines() == []


def test_a_sent_price_changes_nothing(client, scarf):
    add(client, scarf)
    honest = client.get(f"{BASE}cart/").context["page"].cart.goods
    cheat = Client()
    add(cheat, scarf, price="0.01", unit_price="0.01", total="0", discount="100", currency="JPY")
    assert cheat.get(f"{BASE}cart/").context["page"].cart.goods == honest


def test_a_line_is_changed_and_taken_out(client, scarf):
    add(client, scarf)
    changed = client.post(f"{BASE}cart/change/", {"variant_id": scarf.pk, "quantity": "4"})
    assert (changed.status_code, lines()) == (303, [("SCARF", 4)])
    emptied = client.post(f"{BASE}cart/change/", {"variant_id": scarf.pk, "quantity": "0"})
    assert (emptied.status_code, lines()) == (303, [])
    assert emptied.cookies["cart_n"].value == ""


def test_htmx_gets_the_changed_part_alone(client, scarf):
    add(client, scarf)
    part = client.post(
        f"{BASE}cart/change/", {"variant_id": scarf.pk, "quantity": "3"}, headers={"HX-Request": "true"}
    )
    assert part.content.strip().startswith(b'<div id="cart">')
    assert part.context["page"].pieces == 3


def test_what_sold_out_meanwhile_is_marked_and_stops_the_checkout(client, scarf):
    add(client, scarf, "3")
    StockLevel.objects.update(on_hand=1)
    page = client.get(f"{BASE}cart/")
    assert "Only 1 left" in page.content.decode()
    assert not page.context["page"].can_check_out
    assert f'href="{BASE}checkout/address/"' not in page.content.decode()


def test_a_cart_filled_in_one_market_is_priced_in_the_one_it_is_seen_in(client, scarf):
    add(client, scarf)
    assert client.get("/jp/en/cart/").context["page"].cart.currency == "JPY"
    assert client.get(f"{BASE}cart/").context["page"].cart.currency == "EUR"


def test_nobody_sees_or_changes_somebody_elses_cart(client, scarf):
    add(client, scarf, "2")
    stranger = Client()
    stranger.cookies["cart"] = Cart.objects.get().token
    assert stranger.get(f"{BASE}cart/").context["page"].cart is None
    answer = stranger.post(f"{BASE}cart/change/", {"variant_id": scarf.pk, "quantity": "9"})
    assert answer.status_code == 404
    assert lines() == [("SCARF", 2)]


def test_a_cart_that_is_gone_is_replaced_at_the_next_piece(client, scarf):
    add(client, scarf)
    Cart.objects.all().delete()
    assert add(client, scarf, "2").status_code == 303
    assert lines() == [("SCARF", 2)]


def test_forms_without_their_token_are_refused(scarf):
    strict = Client(enforce_csrf_checks=True)
    assert add(strict, scarf).status_code == 403
    assert lines() == []


def test_the_cart_belongs_to_no_cache_and_no_search_engine(client, scarf):
    answer = client.get(f"{BASE}cart/")
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_the_questions_asked_do_not_grow_with_the_cart(client, scarf, django_assert_max_num_queries):
    add(client, scarf)
    for number in range(6):
        add(client, make_variant(scarf.merchant, sku=f"S{number}"))
    client.get(f"{BASE}cart/")
    with django_assert_max_num_queries(8):
        client.get(f"{BASE}cart/")
