"""Whole pages kept for visitors who are nobody in particular, so that a warm page asks the database nothing.

What makes it safe:
- Only a plain GET without a query, answered 200, is kept; and only of a visitor whose cookies are all known to change
  nothing on the page (the form token and the last market). A session, a cart, a message or any cookie we do not know
  keeps its visitor out, both of reading and of filling.
- A page holds no token of anybody. Forms carry a mark that only the server knows (CSRF_PLACE); every answer, kept or
  fresh, gets its own visitor's token in its place. Text of merchants or visitors cannot contain the mark.
- Addresses on a page come of settings.SITE_URL and the path, never of the Host header.
- A page is kept for a minute at most, and forgotten at once when what it shows has changed (`forget_pages`).
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from secrets import token_hex
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.safestring import mark_safe
from redis.exceptions import RedisError

from shop.storefront.suggestion import CHOICE_COOKIE
from shop.storefront.visit import StorefrontRequest

_KEEP_SECONDS = 60
_VERSION_KEY = "storefront:pages"
_MARK = salted_hmac("shop.storefront.page_cache", "csrf", algorithm="sha256").hexdigest()
_MARK_BYTES = _MARK.encode()
CSRF_PLACE = mark_safe(  # noqa: S308  # a constant of ours
    f'<input type="hidden" name="csrfmiddlewaretoken" value="{_MARK}">'
)
"""The hidden field for forms on shared pages, in place of Django's csrf_token tag (see `form_token` among the tags)."""

Places = ParamSpec("Places")
View = Callable[Concatenate[StorefrontRequest, Places], HttpResponse]


def shared_page(view: View[Places]) -> View[Places]:
    """Answer a view from the kept pages where visitor and address allow it, and put each visitor's form token in."""

    @wraps(view)
    def answer(request: StorefrontRequest, /, *args: Places.args, **kwargs: Places.kwargs) -> HttpResponse:
        if not _may_share(request):
            return _made_personal(request, view(request, *args, **kwargs))
        key, version, body = _look_up(request)
        if body is not None:
            return _made_personal(request, HttpResponse(body))
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            _keep(key, version, response.content)
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


def _look_up(request: HttpRequest) -> tuple[str, str, bytes | None]:
    """The page's key, the version in force and the kept body, in one round trip."""
    key = f"storefront:page:{sha256(request.path.encode()).hexdigest()}"
    try:
        found = cache.get_many([_VERSION_KEY, key])
    except RedisError:
        return key, "", None
    version = found.get(_VERSION_KEY, "")
    kept_version, body = found.get(key, ("", None))
    return key, version, body if kept_version == version else None


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
