"""Finds every URL of the back office and fills its places with rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import URLPattern, URLResolver, get_resolver, reverse

NO_ROW = 999_999_999


@dataclass(frozen=True)
class Door:
    """One URL pattern under /admin/: its name, the names of its places, and the model it belongs to, if any."""

    name: str
    places: tuple[str, ...]
    model: type | None

    @property
    def kind(self) -> str:
        """The name without app and model: changelist, change, delete, history, or a button."""
        if self.model is None:
            return self.name
        return self.name.removeprefix(_prefix(self.model))

    def url(self, row: Any = None) -> str:
        """The address, for this row when there is a place for one."""
        pk = getattr(row, "pk", row) or NO_ROW
        values = {
            "object_id": str(pk),
            "shipment_id": pk,
            "id": str(pk),
            "kind": "label",
            "app_label": "catalog",
            "content_type_id": 1,
            "url": "nowhere/",
        }
        return reverse(f"admin:{self.name}", kwargs={place: values[place] for place in self.places})


def doors() -> list[Door]:
    """Every named URL of the back office; the two unnamed ones only redirect to named ones."""
    resolver = next(p for p in get_resolver().url_patterns if getattr(p, "namespace", None) == "admin")
    found = {door.name: door for door in _doors(resolver)}
    return list(found.values())


def _doors(resolver: Any) -> Iterator[Door]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _doors(pattern)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield Door(pattern.name, tuple(pattern.pattern.regex.groupindex), _model(pattern.name))


def _model(name: str) -> type | None:
    if name.startswith("auth_user_"):
        return get_user_model()
    fitting = [model for model in admin.site._registry if name.startswith(_prefix(model))]
    return max(fitting, key=lambda model: len(_prefix(model)), default=None)


def _prefix(model: Any) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}_"
