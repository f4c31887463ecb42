"""The same page elsewhere: canonical and hreflang addresses for search engines, and the places of the switcher."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from localization import languages
from localization.languages import Language
from localization.selectors import markets
from localization.values import MarketInfo
from shop.storefront.visit import Visit, bcp47

_PREFIX = re.compile(r"^/[a-z]{2}/[a-z]{2}/")


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """An hreflang link."""

    tag: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Door:
    """A link of the switcher to one language of one market."""

    language: Language
    tag: str
    url: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class Place:
    """A market in the switcher; `url` leads to it in the visit's language where it speaks that, else in its own."""

    market: MarketInfo
    url: str
    here: bool
    doors: tuple[Door, ...]


def canonical(path: str) -> str:
    """The absolute address of a path under settings.SITE_URL: never of a Host header, which a cached page must not repeat."""
    return f"{settings.SITE_URL}{path}"


def alternates(path: str) -> tuple[Alternate, ...]:
    """One link per market country and language, e.g. de-AT, and x-default to the page where a visitor chooses."""
    rest = rest_of(path)
    links = tuple(
        Alternate(tag=f"{bcp47(language)}-{country}", url=canonical(f"/{market.code}/{language}/{rest}"))
        for market, language in _pairs()
        for country in market.countries
    )
    return (*links, Alternate(tag="x-default", url=canonical("/")))


def places(path: str, visit: Visit) -> tuple[Place, ...]:
    """Every market with its languages, leading to the page at `path` (which may carry a query)."""
    rest = rest_of(path)
    return tuple(_place(market, rest, visit) for market in markets())


def _place(market: MarketInfo, rest: str, visit: Visit) -> Place:
    here = market.code == visit.market.code
    language = visit.language if visit.language in market.languages else market.default_language
    return Place(
        market=market,
        url=f"/{market.code}/{language}/{rest}",
        here=here,
        doors=tuple(
            Door(
                language=languages.language(code),
                tag=bcp47(code),
                url=f"/{market.code}/{code}/{rest}",
                here=here and code == visit.language,
            )
            for code in market.languages
        ),
    )


def _pairs() -> Iterator[tuple[MarketInfo, str]]:
    for market in markets():
        for language in market.languages:
            yield market, language


def rest_of(path: str) -> str:
    """What follows the market and language; nothing for a path outside them."""
    found = _PREFIX.match(path)
    return path[found.end() :] if found else ""
