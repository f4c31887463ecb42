"""Where country, currency and language of a visit are chosen: the first two parts of the path."""

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from localization import languages
from localization.languages import Language
from localization.selectors import markets
from localization.values import MarketInfo
from shop.storefront.suggestion import CHOICE_COOKIE, suggested_language, suggested_visit
from shop.storefront.visit import Visit

_PREFIX = re.compile(r"^/(?P<market>[a-z]{2})/(?P<language>[a-z]{2})(?P<rest>/.*)?$", re.DOTALL)
_YEAR_SECONDS = 365 * 24 * 3600
CART_COUNT_COOKIE = "cart_n"
"""How many pieces the visitor's cart holds, written by the cart's views; pages of a visitor with a cart are never shared."""
_MOST_COUNTED = 999


class MarketMiddleware:
    """Reads /<market>/<language>/ of the path, activates the language and puts `request.visit`.

    A path without them gets the suggested visit, read only when somebody asks; None while no market is loaded. An
    unknown market or language is a 404; a language that the market does not speak leads to the market's own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        found = _PREFIX.match(request.path_info)
        if found is None:
            return self._without_market(request)
        market = _market(found["market"])
        if market is None or found["language"] not in languages.BY_CODE:
            return self._not_here(request)
        if found["language"] not in market.languages:
            return redirect(_in_default_language(request, market, found["rest"] or "/"))
        return self._at_home(request, Visit(market=market, language=found["language"]))

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """The prefix is answered for here: a storefront view takes only the places after it."""
        if request.resolver_match and "storefront" in request.resolver_match.namespaces:
            kwargs.pop("market", None)
            kwargs.pop("language", None)

    def _at_home(self, request: HttpRequest, visit: Visit) -> HttpResponse:
        _enter(request, visit, languages.language(visit.language))
        response = self.get_response(request)
        remember(request, response, visit)
        return response

    def _without_market(self, request: HttpRequest) -> HttpResponse:
        _enter(request, SimpleLazyObject(lambda: visit_for(request)), language_of(request))
        return self.get_response(request)

    def _not_here(self, request: HttpRequest) -> HttpResponse:
        _enter(request, visit_for(request), language_of(request))
        raise Http404(request.path_info)


def visit_at(path: str) -> Visit | None:
    """The visit that a path names, if its market speaks its language."""
    found = _PREFIX.match(path)
    market = _market(found["market"]) if found else None
    if found is None or market is None or found["language"] not in market.languages:
        return None
    return Visit(market=market, language=found["language"])


def language_of(request: HttpRequest) -> Language:
    """The language to answer in without asking the database: that of the path, else the one the visitor's browser wishes."""
    found = _PREFIX.match(request.path_info)
    code = (
        found["language"] if found and found["language"] in languages.BY_CODE else suggested_language(request)
    )
    return languages.language(code)


def visit_for(request: HttpRequest) -> Visit | None:
    """The visit suggested to a request whose path names none; None while no market is loaded."""
    known = markets()
    return suggested_visit(request, known) if known else None


def remember(request: HttpRequest, response: HttpResponse, visit: Visit) -> None:
    """Let the visitor's next address without market and language lead to this one."""
    choice = f"{visit.market.code}-{visit.language}"
    if request.COOKIES.get(CHOICE_COOKIE) != choice:
        response.set_cookie(
            CHOICE_COOKIE,
            choice,
            max_age=_YEAR_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )


def visit_context(request: HttpRequest) -> dict[str, Any]:
    """The visit and the size of the cart, for templates."""
    return {"visit": getattr(request, "visit", None), "cart_count": cart_count(request)}


def cart_count(request: HttpRequest) -> int:
    """How many pieces the cart cookie counts, 0 to 999; nonsense counts nothing."""
    said = request.COOKIES.get(CART_COUNT_COOKIE, "")
    return min(int(said), _MOST_COUNTED) if re.fullmatch(r"\d{1,6}", said, re.ASCII) else 0


def _market(code: str) -> MarketInfo | None:
    return next((market for market in markets() if market.code == code), None)


def _enter(request: HttpRequest, visit: Any, language: Language) -> None:
    translation.activate(language.django_code)
    request.LANGUAGE_CODE = language.django_code
    request.visit = visit  # type: ignore[attr-defined]


def _in_default_language(request: HttpRequest, market: MarketInfo, rest: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"/{market.code}/{market.default_language}{rest}" + (f"?{query}" if query else "")
