"""Every door of the shop: storefront, accounts, API, webhooks, back office and probes."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("shop.api.urls")),
    path("webhooks/", include("shop.webhooks.urls")),
    path("", include("shop.storefront.urls")),
]
