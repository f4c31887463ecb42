"""Reads one scan out of foreign JSON: wrong types, control characters and endless nesting end here as Misread."""

import json
from collections.abc import Mapping
from typing import Any

from localization.outside import Misread
from logistics.tracking import Scan

_MOST = {
    "event_id": 128,
    "number": 40,
    "code": 32,
    "local_time": 40,
    "place": 100,
    "country": 2,
    "condition": 64,
}
_MAY_BE_EMPTY = frozenset({"local_time", "place", "country", "condition"})
_FREE_TEXT = frozenset({"place", "condition"})


def read_scan(event: Any) -> Scan:
    """The scan of a decoded event. Raises Misread for a missing, overlong or unprintable part."""
    if not isinstance(event, Mapping):
        raise Misread("the event is no object")
    parts = {name: _text(event.get(name, ""), name) for name in _MOST}
    return Scan(**parts, raw=json.dumps(event, ensure_ascii=True))


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str) or len(value) > _MOST[name] or not (value or name in _MAY_BE_EMPTY):
        raise Misread(f"the event's {name} is missing or too long")
    if name in _FREE_TEXT:
        return "".join(char for char in value if char.isprintable())
    if not value.isprintable():
        raise Misread(f"the event's {name} is unprintable")
    return value
