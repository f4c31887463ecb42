"""Kept pages: shared among visitors who are nobody, closed to everybody else."""

import re

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from redis.exceptions import ConnectionError as NoRedis

from catalog.events import offers_stale, stock_changed
from catalog.models import ProductText
from shop.storefront.page_cache import _MARK

PATH = "/de/en/product/scarf/"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
pytestmark = pytest.mark.usefixtures("shelf")


def rename(title):
    """Change what a page would show, behind the back of every event."""
    ProductText.objects.filter(product__handle="scarf", language="en").update(title=title)


def shown(client, title, path=PATH):
    return title in client.get(path).content.decode()


def with_cookie(name, value="x"):
    client = Client()
    client.cookies[name] = value
    return client


def test_a_second_visitor_gets_the_kept_page():
    Client().get(PATH)
    rename("Renamed")
    assert not shown(Client(), "Renamed")


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, "cart", "cart_n", "messages", "whatever"])
def test_a_visitor_with_a_cookie_of_her_own_never_gets_a_kept_page(cookie):
    Client().get(PATH)
    rename("Renamed")
    assert shown(with_cookie(cookie), "Renamed")


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, "cart", "cart_n", "messages", "whatever"])
def test_a_visitor_with_a_cookie_of_her_own_never_fills_one(cookie):
    with_cookie(cookie, "7").get(PATH)
    rename("Renamed")
    assert shown(Client(), "Renamed")


def test_the_cart_of_one_visitor_is_never_shown_to_another():
    assert '<span class="cart-count">' in with_cookie("cart_n", "7").get(PATH).content.decode()
    assert '<span class="cart-count">' not in Client().get(PATH).content.decode()


def test_every_visitor_gets_a_form_token_of_her_own_that_works():
    first, second = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    tokens = [_TOKEN.search(c.get(PATH).content.decode())[1] for c in (first, second)]
    secrets = [c.cookies[settings.CSRF_COOKIE_NAME].value for c in (first, second)]
    assert secrets[0] != secrets[1]
    assert _accepted(first, tokens[0])
    assert _accepted(second, tokens[1])
    assert not _accepted(second, tokens[0])


def test_neither_the_kept_nor_the_fresh_page_shows_the_mark():
    client = Client()
    for _ in range(2):
        assert _MARK not in client.get(PATH).content.decode()
        assert _MARK not in with_cookie("cart").get(PATH).content.decode()


def test_what_is_kept_holds_nobody_s_token():
    client = Client()
    client.get(PATH)
    secret = client.cookies[settings.CSRF_COOKIE_NAME].value
    kept = [value for key, value in _kept().items() if "storefront:page:" in key]
    assert kept
    assert all(secret.encode() not in body and _MARK.encode() in body for _version, body in kept)


@pytest.mark.parametrize("query", ["?variant=1", "?x", "?q=scarf"])
def test_an_address_with_a_query_is_made_anew(query):
    Client().get(PATH + query)
    rename("Renamed")
    assert shown(Client(), "Renamed", PATH + query)


def test_an_htmx_part_is_never_taken_for_the_page():
    Client().get(PATH, headers={"HX-Request": "true"})
    assert "<html" in Client().get(PATH).content.decode()
    assert "<html" not in Client().get(PATH, headers={"HX-Request": "true"}).content.decode()


def test_a_refusal_is_not_kept():
    assert Client().get("/de/en/product/later/").status_code == 404
    ProductText.objects.filter(product__handle="scarf").get().product.__class__.objects.filter(
        handle="scarf"
    ).update(handle="later")
    assert Client().get("/de/en/product/later/").status_code == 200


def test_another_language_is_another_page():
    Client().get(PATH)
    assert '<html lang="ar" dir="rtl">' in Client().get("/de/ar/product/scarf/").content.decode()


@pytest.mark.parametrize("news", [offers_stale, stock_changed])
def test_news_from_the_catalog_forgets_every_kept_page(news):
    Client().get(PATH)
    rename("Renamed")
    news.send(sender=None, product_ids=[1])
    assert shown(Client(), "Renamed")


def test_a_page_made_before_the_news_and_kept_after_it_is_not_shown(monkeypatch):
    """The news arrives while the page is being made."""
    from shop.storefront import page_cache

    real = page_cache._keep

    def late(*args):
        offers_stale.send(sender=None, product_ids=[1])
        real(*args)

    monkeypatch.setattr(page_cache, "_keep", late)
    Client().get(PATH)
    monkeypatch.setattr(page_cache, "_keep", real)
    rename("Renamed")
    assert shown(Client(), "Renamed")


def test_without_a_cache_pages_are_slower_not_absent(monkeypatch):
    def gone(*args, **kwargs):
        raise NoRedis

    for name in ("get", "get_many", "set"):
        monkeypatch.setattr(type(cache._connections["default"]), name, gone, raising=False)
    assert Client().get(PATH).status_code == 200


def test_a_kept_page_says_that_it_is_one_visitor_s_own_to_those_between():
    for client in (Client(), Client()):
        response = client.get(PATH)
        assert "private" in response["Cache-Control"]
        assert {"Cookie", "HX-Request"} <= set(response["Vary"].split(", "))


def test_a_kept_page_has_every_header_and_cookie_of_a_fresh_one():
    fresh, kept = Client().get(PATH), Client().get(PATH)
    assert dict(kept.headers) == dict(fresh.headers)
    assert kept["X-Frame-Options"] == "DENY"
    assert set(kept.cookies) == set(fresh.cookies) == {settings.CSRF_COOKIE_NAME, "visit"}


def test_a_kept_page_keeps_the_token_a_visitor_has_already():
    client = Client(enforce_csrf_checks=True)
    first = _TOKEN.search(client.get(PATH).content.decode())[1]
    secret = client.cookies[settings.CSRF_COOKIE_NAME].value
    client.get(PATH)
    assert client.cookies[settings.CSRF_COOKIE_NAME].value == secret
    assert _accepted(client, first)


def _accepted(client, token):
    response = client.post(PATH, {"csrfmiddlewaretoken": token})
    return response.status_code == 405  # the page takes no POST; a bad token would be 403 before that


def _kept():
    import pickle

    return {key: pickle.loads(raw) for key, raw in cache._cache.items()}  # noqa: S301  # our own test cache
