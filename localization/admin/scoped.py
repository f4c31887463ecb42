"""The one enforcement point of "merchants see only their own rows" in the back office."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import ForeignKey, ManyToManyField, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern
from unfold.admin import ModelAdmin, StackedInline, TabularInline

from localization.admin.filters import may_ask, own_filters
from localization.admin.scope import merchant_ids, own_choices, own_rows, owner_of
from localization.refusals import Refusal


class _Scoped:
    """What a scoped admin page and a scoped inline share: own rows, own choices."""

    merchant_path: ClassVar[str | None]
    shared_with_merchants: ClassVar[bool] = False
    """True for reference rows (categories, markets) that every merchant may read and choose."""
    admin_site: admin.AdminSite

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)  # type: ignore[misc]
        return rows if self.shared_with_merchants else own_rows(request, rows, self.merchant_path)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["queryset"] = self._choices(request, db_field, kwargs)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["queryset"] = self._choices(request, db_field, kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]

    def _choices(self, request: HttpRequest, db_field: Any, given: dict[str, Any]) -> QuerySet[Any]:
        return own_choices(request, self.admin_site, db_field.related_model, given.get("queryset"))


class ScopedAdmin(_Scoped, ModelAdmin):  # type: ignore[misc]
    """A back-office page whose rows, choices, filters, autocompletes, actions and history stop at one's own merchant.

    Subclasses must say `merchant_path`: "merchant_id" on a product, "product__merchant_id" on an offer, None for rows
    of the operators alone; or `shared_with_merchants = True`. Whoever may not see a row gets the 404 of a missing one.
    """

    list_filter_submit = True
    show_full_result_count = False
    list_per_page = 50
    compressed_fields = False

    def __init__(self, model: type[Model], admin_site: admin.AdminSite) -> None:
        """Raise ImproperlyConfigured when nobody decided whose the rows are."""
        if not self.shared_with_merchants and not hasattr(self, "merchant_path"):
            raise ImproperlyConfigured(f"{type(self).__name__} does not say whose rows it shows.")
        super().__init__(model, admin_site)

    def get_urls(self) -> list[URLPattern]:
        """The pages, each of which answers for a foreign row as for none."""
        urls: list[URLPattern] = super().get_urls()
        for url in urls:
            url.callback = self._own_only(url.callback)
        return urls

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may_enter(request) and super().has_module_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_enter(request) and super().has_view_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_write(request) and super().has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may_write(request) and super().has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_write(request) and super().has_delete_permission(request, obj)

    def has_operate_permission(self, request: HttpRequest, object_id: str = "") -> bool:
        """May press this page's buttons: whoever was given the right to change such rows."""
        may_change = request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")
        return self._may_write(request) and may_change

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return own_filters(self.model, request, super().get_list_filter(request))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Filters by hand in the URL: a merchant may use only the ones the page itself offers."""
        if request is None or merchant_ids(request) is None:
            return bool(super().lookup_allowed(lookup, value, request))
        return may_ask(self, request, lookup)

    def save_form(self, request: HttpRequest, form: Any, change: Any) -> Any:
        """Refuse a row that belongs, or would come to belong, to another merchant, whatever saves it later."""
        row = super().save_form(request, form, change)
        ids = merchant_ids(request)
        if ids is not None and owner_of(row, self.merchant_path) not in ids:
            raise PermissionDenied
        return row

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The form; a refusal that its own check could not foresee is said on top, and nothing was written."""
        return self._answered(request, super().changeform_view, args, kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The question whether to delete; a refusal is said on top, and nothing was deleted."""
        return self._answered(request, super().delete_view, args, kwargs)

    def _answered(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect(request.get_full_path())

    def _may_enter(self, request: HttpRequest) -> bool:
        return merchant_ids(request) is None or self.shared_with_merchants or self.merchant_path is not None

    def _may_write(self, request: HttpRequest) -> bool:
        return merchant_ids(request) is None or (
            not self.shared_with_merchants and self.merchant_path is not None
        )

    def _own_only(self, view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        """The view, which never hears of a row that is not one's own: pages, buttons and history alike."""

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asked = kwargs.get("object_id")
            if asked is not None and request.user.is_staff and merchant_ids(request) is not None:
                self._own_row_or_404(request, unquote(asked))
            return view(request, *args, **kwargs)

        return guarded

    def _own_row_or_404(self, request: HttpRequest, object_id: str) -> None:
        if self.get_object(request, object_id) is None:
            raise Http404


class ReadOnlyAdmin(ScopedAdmin):
    """Rows whose state or money nobody edits by hand; buttons call services instead."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ScopedTabularInline(_Scoped, TabularInline):  # type: ignore[misc]
    """Rows inside a page one may already see; their choices are scoped like a page's."""

    merchant_path: ClassVar[str | None] = None
    shared_with_merchants = True
    extra = 0


class ScopedStackedInline(_Scoped, StackedInline):  # type: ignore[misc]
    """Like ScopedTabularInline, one block per row."""

    merchant_path: ClassVar[str | None] = None
    shared_with_merchants = True
    extra = 0
