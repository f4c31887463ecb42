"""Whole pages kept for visitors who are nobody in particular, so that a warm page asks the database nothing.

What makes it safe:
- Only a plain GET without a query, answered 200, is kept; and only of a visitor whose cookies are all known to change
  nothing on the page (the form token and the last market). A session, a cart, a message or any cookie we do not know
  keeps its visitor out, both of reading and of filling.
- A page holds no token of anybody. Forms carry a mark that only the server knows (CSRF_PLACE); every answer, kept or
  fresh, gets its own visitor's token in its place. Text of merchants or visitors cannot contain the mark.
- Addresses on a page come of settings.SITE_URL and the path, never of the Host header.
- A page is kept for a minute at most, and forgotten at once when what it shows has changed (`forget_pages`).

A kept page is answered by a middleware before sessions, sign-in and messages are looked at, since its visitor has
none of them; the views that may be kept fill it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from secrets import token_hex
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.safestring import mark_safe
from redis.exceptions import RedisError

from shop.storefront.market import remember, visit_at
from shop.storefront.suggestion import CHOICE_COOKIE
from shop.storefront.visit import StorefrontRequest

_KEEP_SECONDS = 60
_VERSION_KEY = "storefront:pages"
_PLACE = "shop.storefront.kept_place"
_MARK = salted_hmac("shop.storefront.page_cache", "csrf", algorithm="sha256").hexdigest()
_MARK_BYTES = _MARK.encode()
CSRF_PLACE = mark_safe(  # noqa: S308  # a constant of ours
    f'<input type="hidden" name="csrfmiddlewaretoken" value="{_MARK}">'
)
"""The hidden field for forms on shared pages, in place of Django's csrf_token tag (see `form_token` among the tags)."""

Places = ParamSpec("Places")
View = Callable[Concatenate[StorefrontRequest, Places], HttpResponse]


@dataclass(frozen=True)
class _Place:
    """Where the page of a request is to be kept, and the version in force before it was made."""

    key: str
    version: str


class KeptPagesMiddleware:
    """Answers from the kept pages where visitor and address allow it; else the views learn where to keep theirs.

    Stands behind what every answer needs (host, headers, log) and before what only a known visitor needs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._csrf = CsrfViewMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visit = visit_at(request.path_info) if _may_share(request) else None
        if visit is None:
            return self.get_response(request)
        place, body = _look_up(request)
        if body is None:
            request.META[_PLACE] = place
            return self.get_response(request)
        response = self._personal(request, body)
        remember(request, response, visit)
        return response

    def _personal(self, request: HttpRequest, body: bytes) -> HttpResponse:
        """The token of the visitor's own cookie, or a new one with its cookie, exactly as Django would give it."""
        self._csrf.process_request(request)
        response = _made_personal(request, HttpResponse(body))
        self._csrf.process_response(request, response)
        return response


def shared_page(view: View[Places]) -> View[Places]:
    """Keep what a view answers where the middleware gave it a place, and put each visitor's form token in."""

    @wraps(view)
    def answer(request: StorefrontRequest, /, *args: Places.args, **kwargs: Places.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        place = request.META.get(_PLACE)
        if place is not None and response.status_code == 200:
            _keep(place.key, place.version, response.content)
        return _made_personal(request, response)

    return answer


def forget_pages() -> None:
    """Let no page made until now be shown again. While the cache is out of reach pages grow old by themselves."""
    try:
        cache.set(_VERSION_KEY, token_hex(8), timeout=None)
    except RedisError:
        return


def _may_share(request: HttpRequest) -> bool:
    nobody = {settings.CSRF_COOKIE_NAME, CHOICE_COOKIE}
    plain = (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and "HX-Request" not in request.headers
    )
    return plain and "Authorization" not in request.headers and request.COOKIES.keys() <= nobody


def _look_up(request: HttpRequest) -> tuple[_Place, bytes | None]:
    """The page's place and the kept body, in one round trip."""
    key = f"storefront:page:{sha256(request.path.encode()).hexdigest()}"
    try:
        found = cache.get_many([_VERSION_KEY, key])
    except RedisError:
        return _Place(key, ""), None
    version = found.get(_VERSION_KEY, "")
    kept_version, body = found.get(key, ("", None))
    return _Place(key, version), body if kept_version == version else None


def _keep(key: str, version: str, body: bytes) -> None:
    """`version` was read before the page was made: a change in between makes the page useless, not wrong."""
    try:
        cache.set(key, (version, body), timeout=_KEEP_SECONDS)
    except RedisError:
        return


def _made_personal(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if _MARK_BYTES in response.content:
        response.content = response.content.replace(_MARK_BYTES, get_token(request).encode())
    patch_vary_headers(response, ["Cookie", "HX-Request"])
    patch_cache_control(response, private=True, max_age=0)
    return response
