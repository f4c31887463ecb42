"""Canonical and hreflang addresses, and the switcher."""

import pytest

from localization.selectors import market
from shop.storefront.alternates import alternates, canonical, places
from shop.storefront.visit import Visit

pytestmark = pytest.mark.usefixtures("reference")


def test_the_canonical_address_is_of_the_configured_site(settings):
    settings.SITE_URL = "https://shop.example"
    assert canonical("/de/de/product/scarf/") == "https://shop.example/de/de/product/scarf/"


def test_every_country_and_language_has_one_alternate_of_the_same_page(settings):
    settings.SITE_URL = "https://shop.example"
    links = {link.tag: link.url for link in alternates("/de/de/product/scarf/")}
    assert links["de-AT"] == "https://shop.example/de/de/product/scarf/"
    assert links["zh-Hans-CN"] == "https://shop.example/cn/zh/product/scarf/"
    assert links["x-default"] == "https://shop.example/"
    assert len(links) == len(alternates("/de/de/product/scarf/"))


def test_the_switcher_keeps_page_and_language_where_the_market_speaks_it():
    found = {place.market.code: place for place in places("/de/fr/search/?q=tea", _visit("de", "fr"))}
    assert found["fr"].url == "/fr/fr/search/?q=tea"
    assert found["jp"].url == "/jp/ja/search/?q=tea"
    assert [place.market.code for place in found.values() if place.here] == ["de"]
    assert [(door.url, door.here) for door in found["de"].doors if door.here] == [
        ("/de/fr/search/?q=tea", True)
    ]


def test_from_a_page_outside_the_markets_the_switcher_leads_to_their_first_pages():
    assert [place.url for place in places("/nowhere/", _visit("de", "en"))][:2] == ["/de/en/", "/fr/en/"]


def _visit(code, language):
    return Visit(market=market(code), language=language)
