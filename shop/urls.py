"""Every door of the shop: storefront, accounts, API, webhooks, back office, media and probes."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from health_check.views import HealthCheckView

from shop.media import media
from shop.probes import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path(
        "readyz",
        HealthCheckView.as_view(checks=["health_check.Database", "health_check.Cache"]),
        name="readyz",
    ),
    path("media/<path:path>", media, name="media"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("account/", include("shop.accounts.urls")),
    path("api/v1/", include("shop.api.urls")),
    path("webhooks/", include("shop.webhooks.urls")),
    path("", include("shop.storefront.urls")),
]

handler500 = "shop.outage.failed"
