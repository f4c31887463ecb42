"""Sign-in, sign-up and passwords: allauth's doors, outside the markets; the language is that of the last page seen."""

from django.urls import include, path

from shop.accounts.views.sign_out import sign_out

urlpatterns = [
    path("logout/", sign_out, name="account_logout"),
    path("", include("allauth.account.urls")),
]
