"""The back-office site: django-unfold's, with our start page, the shop's own login and only pages that are scoped."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from unfold.sites import UnfoldAdminSite

from shop.backoffice.language import choose_language


class BackofficeSite(UnfoldAdminSite):
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

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the shop's login with its rate limits; whoever is signed in and no staff is told 403."""
        answer: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return answer
