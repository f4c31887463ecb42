"""The URLs of the doors providers knock at."""

from django.urls import URLPattern, URLResolver, path

from shop.webhooks import views

app_name = "webhooks"
urlpatterns: list[URLPattern | URLResolver] = [
    path("payments/<slug:gateway>/", views.payments, name="payments"),
    path("customs/<slug:office>/", views.customs, name="customs"),
    path("tracking/<slug:carrier>/", views.tracking, name="tracking"),
]
