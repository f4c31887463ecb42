"""What is suggested to a visitor whose address names no market."""

import pytest
from django.test import RequestFactory

from localization.selectors import markets
from shop.storefront.suggestion import suggested_language, suggested_visit

pytestmark = pytest.mark.usefixtures("reference")


def suggestion(accept="", cookie=None):
    request = RequestFactory().get("/", headers={"Accept-Language": accept})
    if cookie is not None:
        request.COOKIES["visit"] = cookie
    return suggested_visit(request, markets()).base


@pytest.mark.parametrize(
    ("accept", "base"),
    [
        ("en-GB,en;q=0.8", "/gb/en/"),
        ("ja", "/jp/ja/"),
        ("de-AT,de;q=0.9", "/de/de/"),
        ("zh-Hans-CN", "/cn/zh/"),
        ("ar", "/ae/ar/"),
        ("fr-BE", "/fr/fr/"),
        ("nl,fr;q=0.5", "/fr/fr/"),
        ("en-AU", "/au/en/"),
        ("", "/de/en/"),
        ("tlh", "/de/en/"),
        ("\x00;;;q=x", "/de/en/"),
    ],
)
def test_the_browser_s_languages_choose_market_and_language(accept, base):
    assert suggestion(accept) == base


def test_a_region_we_serve_counts_before_a_dearer_language_without_one():
    assert suggestion("fr,en-US;q=0.5") == "/us/en/"


def test_the_last_choice_counts_before_the_browser():
    assert suggestion("ja", cookie="gb-fr") == "/gb/fr/"


@pytest.mark.parametrize("cookie", ["", "xx-en", "de-ja", "de", "<script>", "-"])
def test_a_cookie_that_names_no_visit_is_passed_over(cookie):
    assert suggestion("ja", cookie=cookie) == "/jp/ja/"


def test_errors_outside_a_market_speak_the_language_of_the_cookie_then_of_the_browser():
    request = RequestFactory().get("/nowhere/", headers={"Accept-Language": "ja"})
    assert suggested_language(request) == "ja"
    request.COOKIES["visit"] = "de-ar"
    assert suggested_language(request) == "ar"
