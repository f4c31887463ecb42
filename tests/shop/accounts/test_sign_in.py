"""Sign-in, sign-up and reset: the same answer for known and unknown, a safe way on, and the cart comes along."""

import re

import pytest
from django.core import mail
from django.test import Client

from orders.models import Cart, CartLine
from shop.accounts.models import User
from tests.shop.accounts.conftest import PASSWORD
from tests.shop.storefront.checkout.buying import add

LOGIN, SIGNUP, RESET = "/account/login/", "/account/signup/", "/account/password/reset/"
ADA = {"login": "ada@example.com", "password": PASSWORD}


def visiting(browser, choice="de-de"):
    """The browser was on that market's pages before."""
    browser.cookies["visit"] = choice
    return browser


def bare(answer):
    """The page without what is anybody's own: token and typed address."""
    text = re.sub(r'value="[^"]*"', "", answer.content.decode())
    return answer.status_code, text.replace("ada@example.com", "").replace("nobody@example.com", "")


def test_a_customer_signs_in_and_is_in_the_account_of_the_last_market(client, ada):
    answer = visiting(client).post(LOGIN, ADA)
    assert (answer.status_code, answer["Location"]) == (302, "/de/de/account/")


def test_the_pages_speak_the_language_of_the_last_page(client, reference):
    page = visiting(client, "ae-ar").get(LOGIN)
    assert b'<html lang="ar" dir="rtl">' in page.content


def test_the_account_asks_to_sign_in_and_comes_back(client, ada):
    asked = client.get("/de/de/account/addresses/")
    assert asked["Location"] == "/account/login/?next=/de/de/account/addresses/"
    answer = client.post(LOGIN, {**ADA, "next": "/de/de/account/addresses/"})
    assert answer["Location"] == "/de/de/account/addresses/"


@pytest.mark.parametrize(
    "next_url",
    [
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "https://evil.example/",
        "https://testserver@evil.example/",
        "http://testserver/",
        "javascript:alert(1)",
        "/\t/evil.example/",
        "evil.example",
    ],
)
def test_next_never_leads_away(client, ada, next_url):
    answer = visiting(client).post(LOGIN, {**ADA, "next": next_url})
    assert answer["Location"] == "/de/de/account/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(ada):
    wrong = Client().post(LOGIN, {**ADA, "password": "not-hers-at-all"})
    unknown = Client().post(LOGIN, {"login": "nobody@example.com", "password": "not-hers-at-all"})
    assert bare(wrong) == bare(unknown)
    assert wrong.status_code == 200


def test_sign_up_answers_known_and_unknown_addresses_alike(ada):
    known = Client().post(SIGNUP, {"email": "ada@example.com", "password1": "quite-another-word"})
    unknown = Client().post(SIGNUP, {"email": "nobody@example.com", "password1": "quite-another-word"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert User.objects.get(email="ada@example.com").check_password(PASSWORD)


def test_reset_answers_known_and_unknown_addresses_alike(ada):
    known = Client().post(RESET, {"email": "ada@example.com"})
    unknown = Client().post(RESET, {"email": "nobody@example.com"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert sorted(letter.to for letter in mail.outbox) == [["ada@example.com"], ["nobody@example.com"]]


def test_a_new_customer_confirms_the_address_and_is_in(client, reference):
    visiting(client, "de-de").post(SIGNUP, {"email": "new@example.com", "password1": "quite-another-word"})
    (letter,) = mail.outbox
    link = re.search(r"http\S+", letter.body)[0]
    path = re.sub(r"^https?://[^/]+", "", link)
    assert client.get("/de/de/account/").status_code == 302
    assert client.get(path).status_code == 200
    client.post(path)
    assert client.get("/de/de/account/").status_code == 200
    assert User.objects.get(email="new@example.com").language == "de"


def test_links_in_letters_bear_the_configured_site_whatever_host_was_asked(client, ada, settings):
    settings.SITE_URL = "https://shop.example"
    client.post(RESET, {"email": "ada@example.com"}, headers={"host": "localhost"})
    assert "https://shop.example/account/password/reset/key/" in mail.outbox[0].body
    assert "localhost" not in mail.outbox[0].body


def test_a_reset_link_works_once(client, ada):
    client.post(RESET, {"email": "ada@example.com"})
    path = re.sub(r"^https?://[^/]+", "", re.search(r"http\S+", mail.outbox[0].body)[0])
    form = client.get(path)["Location"]
    new = {"password1": "a-brand-new-word", "password2": "a-brand-new-word"}
    assert client.post(form, new).status_code == 302
    assert User.objects.get().check_password("a-brand-new-word")
    assert b"This link has grown too old" in Client().get(path, follow=True).content


def test_within_ten_wrong_passwords_the_door_is_shut_even_for_the_right_one(ada):
    browser = Client()
    for number in range(10):
        browser.post(
            LOGIN, {**ADA, "password": "wrong-one"}, headers={"X-Forwarded-For": f"192.0.2.{number}"}
        )
    browser.post(LOGIN, ADA, headers={"X-Forwarded-For": "198.51.100.1"})
    assert browser.get("/de/de/account/").status_code == 302


def test_sign_in_brings_a_new_session_and_sign_out_ends_it(client, ada):
    session = client.session
    session["checkout"] = {}
    session.save()
    before = client.cookies["sessionid"].value
    client.post(LOGIN, ADA)
    inside = client.cookies["sessionid"].value
    assert inside != before
    client.post("/account/logout/")
    old = Client()
    old.cookies["sessionid"] = inside
    assert old.get("/de/de/account/").status_code == 302


def test_a_changed_password_ends_every_session(hers, ada):
    other = Client()
    other.force_login(ada)
    new = {"oldpassword": PASSWORD, "password1": "a-brand-new-word", "password2": "a-brand-new-word"}
    hers.post("/account/password/change/", new)
    assert other.get("/de/de/account/").status_code == 302
    assert hers.get("/de/de/account/").status_code == 302


def test_the_guests_cart_comes_along_and_is_counted(client, ada, scarf):
    add(client, scarf, "2")
    answer = client.post(LOGIN, ADA)
    cart = Cart.objects.get()
    assert cart.customer_id == ada.pk
    assert list(CartLine.objects.values_list("cart_id", "quantity")) == [(cart.pk, 2)]
    assert answer.cookies["cart"].value == ""
    assert answer.cookies["cart_n"].value == "2"


def test_signing_out_leaves_no_count_behind(client, ada, scarf):
    add(client, scarf)
    client.post(LOGIN, ADA)
    answer = client.post("/account/logout/")
    assert answer.cookies["cart_n"].value == ""
    assert client.get("/de/en/cart/").context["page"].cart is None
    assert Cart.objects.get().customer_id == ada.pk


@pytest.mark.parametrize("path", [LOGIN, SIGNUP, RESET, "/account/logout/"])
def test_forms_without_their_token_are_refused(reference, path):
    assert Client(enforce_csrf_checks=True).post(path, {}).status_code == 403
