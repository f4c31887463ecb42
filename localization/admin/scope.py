"""Whose rows somebody may see in the back office: the questions every scoped page asks."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.module_loading import import_string


def merchant_ids(request: HttpRequest) -> frozenset[int] | None:
    """The merchants whose rows this person may see; None for an operator, who sees all.

    The membership lives above this app: settings.MERCHANTS_OF names the function that answers it.
    """
    if request.user.is_superuser:
        return None
    cached: frozenset[int] | None = getattr(request, "_merchant_ids", None)
    if cached is None:
        cached = import_string(settings.MERCHANTS_OF)(request.user.pk)
        request._merchant_ids = cached  # type: ignore[attr-defined]  # noqa: SLF001  # kept for this request only
    return cached


def colleagues(request: HttpRequest) -> frozenset[str]:
    """The e-mail addresses of everybody who acts for one of this person's merchants; one query per request.

    settings.COLLEAGUES_OF names the function that answers it.
    """
    cached: frozenset[str] | None = getattr(request, "_colleagues", None)
    if cached is None:
        cached = import_string(settings.COLLEAGUES_OF)(request.user.pk)
        request._colleagues = cached  # type: ignore[attr-defined]  # noqa: SLF001  # kept for this request only
    return cached


def own_rows(request: HttpRequest, queryset: QuerySet[Any], merchant_path: str | None) -> QuerySet[Any]:
    """The rows of `queryset` this person may see; `merchant_path` leads from a row to its merchant's id."""
    ids = merchant_ids(request)
    if ids is None:
        return queryset
    if merchant_path is None:
        return queryset.none()
    own = {f"{merchant_path}__in": ids}
    if "__" not in merchant_path:
        return queryset.filter(**own)
    # A sub-select, not a join: a row with two parcels of one merchant is still one row.
    return queryset.filter(pk__in=queryset.model._default_manager.filter(**own).values("pk"))


def own_choices(
    request: HttpRequest, site: admin.AdminSite, model: type[Model], given: QuerySet[Any] | None = None
) -> QuerySet[Any]:
    """The rows of a related model this person may choose, as the page registered for that model decides.

    A model without a page offers nothing to a merchant.
    """
    rows = given if given is not None else model._default_manager.all()
    page: Any = site._registry.get(model)
    if getattr(page, "shared_with_merchants", False):
        return rows
    return own_rows(request, rows, getattr(page, "merchant_path", None))


def owner_of(row: Any, merchant_path: str | None) -> int | None:
    """The merchant id a row leads to, walking its foreign keys. Raises ImproperlyConfigured without a path."""
    if merchant_path is None:
        raise ImproperlyConfigured("Rows of the operators have no merchant.")
    for step in merchant_path.split("__"):
        row = getattr(row, step)
    return row if isinstance(row, int) or row is None else row.pk
