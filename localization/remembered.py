"""Values read once per process and kept until the database says otherwise: a warm page asks no database for them."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any, Generic, TypeVar

from django.core.cache import cache
from django.db import transaction
from redis.exceptions import RedisError

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_CHECK_SECONDS = 5.0  # how long another process may go on with a value that was changed
_KEEP_SECONDS = 60.0  # the ceiling when the shared version cannot tell, e.g. after an outage of the cache
_MOST_KEYS = 64


@dataclass
class _Shelf:
    """What one process remembers under one version."""

    version: str
    filled_at: float
    checked_at: float
    values: dict[Any, Any] = field(default_factory=dict)


class Remembered(Generic[Key, Value]):
    """A loader's answers, kept in this process; `forget` in any process reaches all of them within five seconds.

    A version token in the shared cache is looked at every five seconds, so a warm read costs no query. While the cache
    does not answer, values are read again at each look.
    """

    _all: "list[Remembered[Any, Any]]" = []

    def __init__(self, name: str, load: Callable[[Key], Value]) -> None:
        self._name = f"remembered:{name}"
        self._load = load
        self._shelf: _Shelf | None = None
        Remembered._all.append(self)

    def get(self, key: Key) -> Value:
        """The loader's answer for `key`. Whatever the loader raises is passed on and not kept."""
        shelf = self._fresh_shelf()
        if key not in shelf.values:
            value = self._load(key)
            if len(shelf.values) >= _MOST_KEYS:
                shelf.values.clear()
            shelf.values[key] = value
        found: Value = shelf.values[key]
        return found

    def forget(self) -> None:
        """Forget here now, and everywhere once the open transaction has committed."""
        self.forget_here()
        transaction.on_commit(self._announce)

    def forget_here(self) -> None:
        """Forget in this process only."""
        self._shelf = None

    @classmethod
    def forget_all_here(cls) -> None:
        """Empty every shelf of this process: for tests, whose database is rolled back behind our back."""
        for remembered in cls._all:
            remembered.forget_here()

    def _fresh_shelf(self) -> _Shelf:
        at = time.monotonic()
        shelf = self._shelf
        if shelf is not None and at - shelf.checked_at < _CHECK_SECONDS:
            return shelf
        version = self._shared_version()
        if shelf is None or version != shelf.version or at - shelf.filled_at > _KEEP_SECONDS:
            shelf = self._shelf = _Shelf(version=version, filled_at=at, checked_at=at)
        shelf.checked_at = at
        return shelf

    def _shared_version(self) -> str:
        try:
            return str(cache.get(self._name, ""))
        except RedisError:
            return token_hex(8)  # a version nobody has seen: read again

    def _announce(self) -> None:
        self.forget_here()
        try:
            cache.set(self._name, token_hex(8), timeout=None)
        except RedisError:
            return  # the others read again within _KEEP_SECONDS
