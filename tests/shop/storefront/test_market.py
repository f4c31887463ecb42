"""The market and language of a visit, from its path."""

import pytest
from django.test import RequestFactory

from shop.storefront.market import cart_count

pytestmark = pytest.mark.usefixtures("reference")


def test_the_root_leads_to_the_suggested_market(client):
    response = client.get("/", headers={"Accept-Language": "ja"})
    assert (response.status_code, response["Location"]) == (302, "/jp/ja/")
    assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))


def test_the_path_alone_decides_whatever_the_browser_says(client):
    response = client.get("/ae/ar/", headers={"Accept-Language": "ja"})
    assert response.context["visit"].base == "/ae/ar/"
    assert b'<html lang="ar" dir="rtl">' in response.content


def test_chinese_is_named_with_its_script(client):
    assert b'<html lang="zh-Hans" dir="ltr">' in client.get("/cn/zh/").content


def test_a_language_the_market_does_not_speak_leads_to_its_own(client):
    response = client.get("/gb/ja/search/?q=tea%20cup")
    assert (response.status_code, response["Location"]) == (302, "/gb/en/search/?q=tea%20cup")


@pytest.mark.parametrize("path", ["/xx/en/", "/de/xx/", "/xx/yy/product/scarf/"])
def test_an_unknown_market_or_language_is_a_404_that_offers_a_way_on(client, path):
    response = client.get(path, headers={"Accept-Language": "ja"})
    assert response.status_code == 404
    assert b'href="/jp/ja/"' in response.content


def test_an_unknown_page_of_a_market_is_a_404_in_its_language(client):
    response = client.get("/ae/ar/nowhere/")
    assert response.status_code == 404
    assert b'<html lang="ar" dir="rtl">' in response.content
    assert b'href="/ae/ar/"' in response.content


def test_a_path_of_two_slashes_leads_nowhere_outside(client):
    response = client.get("/gb/ja//evil.example/")
    assert response["Location"] == "/gb/en//evil.example/"


def test_the_last_market_is_remembered_once(client):
    first = client.get("/gb/fr/")
    assert first.cookies["visit"].value == "gb-fr"
    assert "visit" not in client.get("/gb/fr/").cookies


def test_anonymous_pages_open_no_session(client):
    assert "sessionid" not in client.get("/de/en/").cookies


@pytest.mark.parametrize(
    ("said", "count"), [("3", 3), ("", 0), ("-1", 0), ("1e9", 0), ("٣", 0), ("1000000", 0), ("5000", 999)]
)
def test_the_cart_cookie_counts_pieces_and_nonsense_counts_nothing(said, count):
    request = RequestFactory().get("/")
    request.COOKIES["cart_n"] = said
    assert cart_count(request) == count
