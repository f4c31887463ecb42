"""The one enforcement point of "merchants see only their own rows" in the back office."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import ForeignKey, ManyToManyField, Model, QuerySet
from django.http import HttpRequest
from django.utils.module_loading import import_string
from unfold.admin import ModelAdmin, StackedInline, TabularInline


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


def own_rows(request: HttpRequest, queryset: QuerySet[Any], merchant_path: str | None) -> QuerySet[Any]:
    """The rows of `queryset` this person may see; `merchant_path` leads from a row to its merchant's id."""
    ids = merchant_ids(request)
    if ids is None:
        return queryset
    if merchant_path is None:
        return queryset.none()
    rows = queryset.filter(**{f"{merchant_path}__in": ids})
    return rows.distinct() if "__" in merchant_path else rows


def path_of(site: admin.AdminSite, model: type[Model]) -> str | None:
    """How rows of a model lead to their merchant, as its registered admin class says; None hides them all."""
    registered = site._registry.get(model)
    return getattr(registered, "merchant_path", None)


class _Scoped:
    """What a scoped admin page and a scoped inline share: own rows, own choices."""

    merchant_path: ClassVar[str | None] = None
    shared_with_merchants: ClassVar[bool] = False
    """True for reference rows (categories, markets) that every merchant may read and choose."""
    admin_site: admin.AdminSite

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)  # type: ignore[misc]
        return rows if self.shared_with_merchants else own_rows(request, rows, self.merchant_path)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["queryset"] = self._choices(request, db_field.related_model, kwargs.get("queryset"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["queryset"] = self._choices(request, db_field.related_model, kwargs.get("queryset"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]

    def _choices(self, request: HttpRequest, model: Any, given: QuerySet[Any] | None) -> QuerySet[Any]:
        rows = given if given is not None else model._default_manager.all()
        registered: Any = self.admin_site._registry.get(model)
        if getattr(registered, "shared_with_merchants", False):
            return rows
        return own_rows(request, rows, path_of(self.admin_site, model))


class ScopedAdmin(_Scoped, ModelAdmin):  # type: ignore[misc]
    """A back-office page whose rows, choices, filters, autocompletes, actions and history stop at one's own merchant.

    Subclasses say `merchant_path`: "merchant_id" on a product, "product__merchant_id" on a variant, None for rows
    of the operators alone. Whoever may not see a row gets the same 404-like answer as for a missing one.
    """

    list_filter_submit = True
    show_full_result_count = False
    list_per_page = 50
    compressed_fields = True

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may_enter(request) and super().has_module_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_enter(request) and super().has_view_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return (
            self._may_enter(request)
            and not self._only_reads(request)
            and super().has_change_permission(request, obj)
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return (
            self._may_enter(request) and not self._only_reads(request) and super().has_add_permission(request)
        )

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return (
            self._may_enter(request)
            and not self._only_reads(request)
            and super().has_delete_permission(request, obj)
        )

    def _may_enter(self, request: HttpRequest) -> bool:
        return merchant_ids(request) is None or self.merchant_path is not None or self.shared_with_merchants

    def _only_reads(self, request: HttpRequest) -> bool:
        return self.shared_with_merchants and merchant_ids(request) is not None

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Filters by hand in the URL: a merchant may use only the ones the page itself offers."""
        if request is None or merchant_ids(request) is None:
            return bool(super().lookup_allowed(lookup, value, request))
        offered = {f if isinstance(f, str) else f[0] for f in self.list_filter if isinstance(f, (str, tuple))}
        return lookup.split("__exact", maxsplit=1)[0].split("__in", maxsplit=1)[0] in offered

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """The log of a row belongs to whoever may see the row."""
        if self.get_object(request, object_id) is None:
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:  # noqa: FBT001
        """Refuse to write a row that belongs, or would come to belong, to another merchant."""
        ids = merchant_ids(request)
        if ids is not None and _owner(obj, self.merchant_path) not in ids:
            raise PermissionDenied
        super().save_model(request, obj, form, change)


class ReadOnlyAdmin(ScopedAdmin):
    """Rows whose state or money nobody edits by hand; buttons call services instead."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_operate_permission(self, request: HttpRequest, object_id: str = "") -> bool:
        """May press this page's buttons: whoever was given the right to change such rows."""
        return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")


class ScopedTabularInline(_Scoped, TabularInline):  # type: ignore[misc]
    """Rows inside a page one may already see; their choices are scoped like a page's."""

    shared_with_merchants = True
    extra = 0


class ScopedStackedInline(_Scoped, StackedInline):  # type: ignore[misc]
    """Like ScopedTabularInline, one block per row."""

    shared_with_merchants = True
    extra = 0


def _owner(row: Any, merchant_path: str | None) -> int | None:
    """The merchant id a row leads to, walking its foreign keys."""
    if merchant_path is None:
        raise ImproperlyConfigured("operators' rows have no merchant")
    for step in merchant_path.split("__"):
        row = getattr(row, step)
    return row if isinstance(row, int) or row is None else row.pk
