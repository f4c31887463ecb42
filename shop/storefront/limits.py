"""How often somebody may try links they do not have: misses are counted per address, hits never."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from redis.exceptions import RedisError

_MOST_MISSES = 20
_WINDOW_SECONDS = 60


def too_many_misses(request: HttpRequest) -> bool:
    """Whether this address has tried too many unknown links within a minute.

    A link holds 128 random bits: the limit only keeps guessing cheap for us. So without a cache the door stays open.
    """
    try:
        return int(cache.get(_key(request), 0)) >= _MOST_MISSES
    except RedisError:
        return False


def count_miss(request: HttpRequest) -> None:
    """Note one unknown link."""
    try:
        cache.add(_key(request), 0, timeout=_WINDOW_SECONDS)
        cache.incr(_key(request))
    except (RedisError, ValueError):
        return


def _key(request: HttpRequest) -> str:
    """By the network address as the configured number of proxies tells it, never as a visitor says."""
    return f"storefront:misses:{get_adapter(request).get_client_ip(request)}"
