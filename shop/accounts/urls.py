"""Sign-in, sign-up and passwords: allauth's doors that we offer, outside the markets; the language is the last page's."""

from allauth.account import urls as allauth_urls
from django.urls import URLPattern, path

from shop.accounts.views.sign_out import sign_out

_OFFERED = frozenset(
    {
        "account_login",
        "account_signup",
        "account_inactive",
        "account_email_verification_sent",
        "account_confirm_email",
        "account_change_password",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
    }
)

urlpatterns: list[URLPattern] = [
    path("logout/", sign_out, name="account_logout"),
    *(door for door in allauth_urls.urlpatterns if door.name in _OFFERED),
]
