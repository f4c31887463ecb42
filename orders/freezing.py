"""Values as plain JSON and back, exact to the cent: how a quote is frozen and read again.

Knows str, int, bool, None, Decimal, date, datetime, Money, tuples, frozen dataclasses, and anything that brings its
own `to_json` and `from_json`.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from moneyed import Money

T = TypeVar("T")
_WRITERS: dict[type, Callable[[Any], Any]] = {
    Decimal: str,
    date: date.isoformat,
    datetime: datetime.isoformat,
    Money: lambda money: {"amount": str(money.amount), "currency": money.currency.code},
}
_READERS: dict[type, Callable[[Any], Any]] = {
    Decimal: Decimal,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Money: lambda data: Money(Decimal(data["amount"]), data["currency"]),
}


def freeze(value: Any) -> Any:
    """The value as JSON types. Raises TypeError for one it does not know."""
    if value is None or type(value) in {str, int, bool}:
        return value
    if isinstance(value, tuple):
        return [freeze(item) for item in value]
    if writer := _WRITERS.get(type(value)):
        return writer(value)
    if hasattr(value, "to_json"):
        return value.to_json()
    if is_dataclass(value):
        return {field.name: freeze(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"cannot freeze {type(value).__name__}")


def thaw(kind: type[T], data: Any) -> T:
    """The value of a type that `freeze` wrote."""
    read: T = _thaw(kind, data)
    return read


def _thaw(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        some = next(arm for arm in get_args(kind) if arm is not NoneType)
        return None if data is None else _thaw(some, data)
    if origin is tuple:
        return tuple(_thaw(get_args(kind)[0], item) for item in data)
    if origin is Literal or kind in {str, int, bool}:
        return data
    return _thaw_value(kind, data)


def _thaw_value(kind: Any, data: Any) -> Any:
    if reader := _READERS.get(kind):
        return reader(data)
    if hasattr(kind, "from_json"):
        return kind.from_json(data)
    return kind(**{name: _thaw(hint, data[name]) for name, hint in _hints(kind).items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
