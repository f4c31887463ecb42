"""A visit: the market and the language a page is shown for, and the addresses of pages within it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from localization import languages
from localization.languages import Language
from localization.values import MarketInfo


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Whom a page is for. `language` is a URL code ("zh"); `tag` its BCP 47 tag for the lang attribute ("zh-Hans")."""

    market: MarketInfo
    language: str

    @property
    def speech(self) -> Language:
        """The language with its name and direction."""
        return languages.language(self.language)

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag, as `<html lang>` wants it."""
        return bcp47(self.language)

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.speech.right_to_left

    @property
    def direction(self) -> str:
        """The value of `<html dir>`."""
        return "rtl" if self.right_to_left else "ltr"

    @property
    def country(self) -> str:
        """The country assumed at the door while no address is known, an ISO 3166 code."""
        return self.market.home_country

    @property
    def base(self) -> str:
        """The first two parts of every path of this visit, e.g. "/de/de/"."""
        return f"/{self.market.code}/{self.language}/"

    def url(self, name: str, **places: Any) -> str:
        """The path of a storefront page within this visit, e.g. url("product", handle="scarf")."""
        return _path(name, market=self.market.code, language=self.language, **places)


class StorefrontRequest(HttpRequest):
    """A request as storefront views see it, after MarketMiddleware and HtmxMiddleware."""

    visit: Visit
    htmx: HtmxDetails


@lru_cache(maxsize=8192)
def _path(name: str, **places: Any) -> str:
    """Resolving backwards costs a list page more than its query; the answer never changes while we run."""
    return reverse(f"storefront:{name}", kwargs=places)


def bcp47(language: str) -> str:
    """The BCP 47 tag of a URL language code: "zh" is "zh-Hans", the others are their own tag."""
    return languages.language(language).locale.replace("_", "-")
