"""Reads one notice of customs out of foreign JSON: wrong types and control characters end here as Misread."""

from collections.abc import Mapping
from typing import Any, get_args

from localization.outside import Misread
from logistics.customs.base import Asked, Notice, Verdict

_MOST = {"event_id": 128, "declaration": 100, "reason": 200, "mrn": 32}
_MAY_BE_EMPTY = frozenset({"reason", "mrn"})
_MOST_QUESTIONS, _LARGEST_SEQUENCE = 20, 1_000_000
_CODE_LENGTH, _TEXT_LENGTH = 32, 500


def read_notice(document: Any) -> Notice:
    """The notice of a decoded message. Raises Misread for a missing, overlong or unprintable part."""
    if not isinstance(document, Mapping):
        raise Misread("the notice is no object")
    texts = {name: _text(document.get(name, ""), name) for name in _MOST}
    return Notice(
        event_id=texts["event_id"],
        customs_reference=texts["declaration"],
        sequence=_sequence(document.get("sequence")),
        verdict=_verdict(document.get("state")),
        reason=texts["reason"],
        mrn=texts["mrn"],
        asked=_asked(document.get("asked", [])),
    )


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str) or len(value) > _MOST[name] or not (value or name in _MAY_BE_EMPTY):
        raise Misread(f"the notice's {name} is missing or too long")
    return _printable(value)


def _sequence(value: Any) -> int:
    # bool is an int to Python, and true is no number of ours.
    if type(value) is not int or not 0 < value <= _LARGEST_SEQUENCE:
        raise Misread("the notice's sequence is no counting number")
    return value


def _verdict(value: Any) -> Verdict:
    for known in get_args(Verdict):
        if value == known:
            return known  # type: ignore[no-any-return]  # one of the literals just compared
    raise Misread("the notice's state is none we know")


def _asked(value: Any) -> tuple[Asked, ...]:
    if not isinstance(value, list) or len(value) > _MOST_QUESTIONS:
        raise Misread("the notice's questions are no short list")
    return tuple(_question(one) for one in value)


def _question(value: Any) -> Asked:
    code = value.get("code") if isinstance(value, Mapping) else None
    if not isinstance(code, str) or not code.isidentifier() or len(code) > _CODE_LENGTH:
        raise Misread("a question has no code")
    return Asked(code=code, text=_printable(str(value.get("text", "")))[:_TEXT_LENGTH])


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())
