"""The back-office site: django-unfold's, with our start page, the shop's own login and only pages that are scoped."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from unfold.sites import UnfoldAdminSite

from shop.backoffice.language import choose_language


class BackofficeSite(UnfoldAdminSite):  # type: ignore[misc]  # unfold ships no types
    """The admin of merchants and operators."""

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Let in a page that says whose rows it shows; the plain pages of Django and of libraries stay outside."""
        # Imported late: importing the apps' pages registers them here.
        from localization.admin.scoped import ScopedAdmin

        if isinstance(admin_class, type) and issubclass(admin_class, ScopedAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def extra_urls(self) -> list[URLPattern]:
        """Pages that belong to no model."""
        return [path("language/", self.admin_view(choose_language), name="language")]

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Choices of a field that one of this person's pages completes; nothing else may be asked for."""
        asked = tuple(request.GET.get(name, "") for name in ("app_label", "model_name", "field_name"))
        if asked not in self._completed(request):
            raise PermissionDenied
        answer: HttpResponse = super().autocomplete_view(request)
        return answer

    def _completed(self, request: HttpRequest) -> set[tuple[str, str, str]]:
        pages = list(self._registry.values())
        rows = [inline for page in pages for inline in page.get_inlines(request, None)]
        return {
            (part.model._meta.app_label, part.model._meta.model_name, name)
            for part in (*pages, *rows)
            for name in part.autocomplete_fields
        }

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the shop's login with its rate limits; whoever is signed in and no staff is told 403."""
        answer: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return answer
