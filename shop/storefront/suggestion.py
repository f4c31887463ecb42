"""Which market and language to suggest to a visitor whose address names none: the last choice, else what the browser says."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from localization import languages
from localization.values import MarketInfo
from shop.storefront.visit import Visit

CHOICE_COOKIE = "visit"
"""Holds "<market>-<language>" of the last page seen, for a year; readable by nobody but us, and worth nothing."""


def suggested_visit(request: HttpRequest, markets: Sequence[MarketInfo]) -> Visit:
    """The visit to propose: of the cookie, else of Accept-Language ("en-GB" is the United Kingdom), else the first market.

    `markets` holds one at least. A place on earth is never guessed from an address on the network.
    """
    return _last_choice(request, markets) or _from_browser(request, markets)


def suggested_language(request: HttpRequest) -> str:
    """The URL code of the language to answer in where a path names none (errors, back office, API)."""
    _, _, chosen = request.COOKIES.get(CHOICE_COOKIE, "").partition("-")
    wished = (language for language, _ in _wishes(request))
    return chosen if chosen in languages.BY_CODE else next(wished, languages.DEFAULT.code)


def _last_choice(request: HttpRequest, markets: Sequence[MarketInfo]) -> Visit | None:
    code, _, language = request.COOKIES.get(CHOICE_COOKIE, "").partition("-")
    for market in markets:
        if market.code == code and language in market.languages:
            return Visit(market=market, language=language)
    return None


def _from_browser(request: HttpRequest, markets: Sequence[MarketInfo]) -> Visit:
    wishes = list(_wishes(request))
    for language, region in wishes:
        for market in markets:
            if region in market.countries and language in market.languages:
                return Visit(market=market, language=language)
    for language, _ in wishes:
        for market in markets:
            if market.default_language == language:
                return Visit(market=market, language=language)
    return _anywhere(markets, [language for language, _ in wishes])


def _anywhere(markets: Sequence[MarketInfo], wished: Sequence[str]) -> Visit:
    market = markets[0]
    language = next((code for code in wished if code in market.languages), languages.DEFAULT.code)
    return Visit(
        market=market, language=language if language in market.languages else market.default_language
    )


def _wishes(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Pairs of our language and an upper-case region ("" when none is said), the dearest first."""
    for tag, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        language, *rest = tag.split("-")
        if language in languages.BY_CODE:
            yield language, next((part.upper() for part in rest if len(part) == 2), "")
