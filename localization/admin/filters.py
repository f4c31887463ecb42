"""Filters of a scoped page: what a merchant may choose from, and what may be asked by hand in the URL."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path
from django.db.models import Model
from django.http import HttpRequest

from localization.admin.scope import merchant_ids, own_choices

_ASKS = frozenset({"exact", "in", "isnull", "id__exact", "gte", "gt", "lte", "lt"})
_ASKS_OF_DAYS = frozenset({"year", "month", "day", "gte", "lt"})


class OwnRelatedFilter(admin.RelatedFieldListFilter):
    """A filter by a related row that lists only the rows one may see."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        """Value and name of each choice."""
        rows = own_choices(request, model_admin.admin_site, field.remote_field.model)
        return [(row.pk, str(row)) for row in rows]


def own_filters(model: type[Model], request: HttpRequest, offered: Iterable[Any]) -> list[Any]:
    """The filters of a page as this person may see them.

    For a merchant a related row is chosen among the own ones, and a related column whose values would be read from
    everybody's rows is left out.
    """
    if merchant_ids(request) is None:
        return list(offered)
    return [own for entry in offered for own in _own(model, entry)]


def may_ask(model_admin: Any, request: HttpRequest, lookup: str) -> bool:
    """Whether a merchant's URL may filter by this lookup: only as the page's own filters would."""
    if _asks(lookup, model_admin.date_hierarchy or "", _ASKS_OF_DAYS):
        return True
    return any(_asks(lookup, _name(entry), _ASKS) for entry in model_admin.get_list_filter(request))


def _own(model: type[Model], entry: Any) -> Iterator[Any]:
    if isinstance(entry, type):
        yield entry
        return
    path = _name(entry)
    field: Any = get_fields_from_path(model, path)[-1]
    if field.is_relation:
        yield (path, OwnRelatedFilter)
    elif "__" not in path or field.choices:
        yield entry


def _name(entry: Any) -> str:
    if isinstance(entry, str):
        return entry
    return str(entry[0] if isinstance(entry, tuple | list) else entry.parameter_name)


def _asks(lookup: str, name: str, asks: frozenset[str]) -> bool:
    return bool(name) and (lookup == name or lookup.removeprefix(f"{name}__") in asks)
