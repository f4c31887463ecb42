"""The one page of the shop that orders links to, and the back office: orders is tested without the pages above it."""

from django.contrib import admin
from django.http import HttpResponse
from django.urls import include, path

pages = [path("order/<str:token>/", lambda request, **_: HttpResponse(), name="order")]
urlpatterns = [
    path("admin/", admin.site.urls),
    path("<str:market>/<str:language>/", include((pages, "storefront"))),
]
