"""How allauth behaves in this shop: where people go after each door, whose address stands in mails, and the cart at sign-in."""

from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from localization.languages import BY_DJANGO_CODE
from orders.refusals import CartNotFound
from orders.selectors.carts import cart_of, quantities, token_of_customer
from orders.services.merge_carts import merge_carts
from shop.accounts.models import User
from shop.storefront.caller import count_pieces, forget_guest_cart, guest_cart


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """allauth with our redirects, our site's address, and the guest's cart brought along."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the account, in the market and language of the visit."""
        return str(request.visit.url("account"))  # type: ignore[attr-defined]

    get_signup_redirect_url = get_login_redirect_url
    get_password_change_redirect_url = get_login_redirect_url

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """To the first page of the visit."""
        return str(request.visit.base)  # type: ignore[attr-defined]

    def is_safe_url(self, url: str) -> bool:
        """Only a path of this site: `next` never leads anywhere else, whatever hosts we answer to."""
        return bool(url) and url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in a mail, under the configured address of the site and never under a Host header's."""
        return _on_our_site(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """As above."""
        return _on_our_site(super().get_email_confirmation_url(request, emailconfirmation))

    def format_email_subject(self, subject: str) -> str:
        """The subject as it is, without the host in brackets."""
        return subject

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        """A new customer's mails come in the language they signed up in."""
        user.language = BY_DJANGO_CODE[request.LANGUAGE_CODE].code
        return super().save_user(request, user, form, commit)

    def post_login(self, request: HttpRequest, user: Any, **details: Any) -> HttpResponse:
        """After every sign-in: what the guest had in the cart comes along."""
        response: HttpResponse = super().post_login(request, user, **details)
        bring_cart(request, response, user)
        return response


def bring_cart(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Merge the browser's cart into the customer's, and let the header count that one."""
    token = guest_cart(request)
    if token:
        with suppress(CartNotFound):
            merge_carts(guest_token=token, customer_id=user.pk)
        forget_guest_cart(response)
    own = token_of_customer(user.pk)
    count_pieces(response, sum(quantities(cart_of(own)).values()) if own else 0)


def _on_our_site(url: str) -> str:
    site, found = urlsplit(settings.SITE_URL), urlsplit(url)
    return str(urlunsplit((site.scheme, site.netloc, found.path, found.query, "")))
