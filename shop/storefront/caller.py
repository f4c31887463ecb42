"""Who calls: a signed-in customer or a guest, and which cart is theirs. The storefront and the API ask here."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from orders.selectors.carts import token_of_customer
from orders.services.open_cart import open_cart
from shop.storefront.market import CART_COUNT_COOKIE
from shop.storefront.visit import Visit

CART_COOKIE = "cart"
"""The token of a guest's cart, signed: only a token that we gave out is read. A customer's cart hangs on the customer."""
_SALT = "shop.storefront.caller"
_KEPT_SECONDS = 90 * 24 * 3600


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Somebody with, perhaps, a cart; `cart_token` is "" while there is none."""

    user_id: int | None
    cart_token: str

    @property
    def key(self) -> str:
        """The name under which this caller's idempotency keys stand."""
        return f"cart:{self.cart_token}" if self.user_id is None else f"user:{self.user_id}"

    @property
    def customer_key(self) -> str:
        """Who acts, for the history of an order: no cart token, which opens a cart to whoever reads it."""
        return "guest" if self.user_id is None else f"user:{self.user_id}"


def caller_of(request: HttpRequest) -> Caller:
    """The caller of a request; one query for a customer, none for a guest."""
    if request.user.is_authenticated:
        return Caller(user_id=request.user.pk, cart_token=token_of_customer(request.user.pk))
    return Caller(user_id=None, cart_token=guest_cart(request))


def guest_cart(request: HttpRequest) -> str:
    """The token in the signed cookie, "" when there is none or it was tampered with."""
    token: str = request.get_signed_cookie(CART_COOKIE, default="", salt=_SALT, max_age=_KEPT_SECONDS) or ""
    return token


def with_new_cart(caller: Caller, visit: Visit) -> Caller:
    """The caller with a cart of this visit: a new one for a guest, the one there is for a customer."""
    token = open_cart(market=visit.market.code, language=visit.language, customer_id=caller.user_id)
    return replace(caller, cart_token=token)


def remember_cart(response: HttpResponseBase, caller: Caller, *, pieces: int) -> None:
    """Let the browser keep the guest's cart token and how many pieces the header counts."""
    if caller.user_id is None and caller.cart_token:
        _keep(response, CART_COOKIE, caller.cart_token, salt=_SALT)
    count_pieces(response, pieces)


def count_pieces(response: HttpResponseBase, pieces: int) -> None:
    """Let the header count so many pieces; with none the visitor is nobody in particular again."""
    if not pieces:
        response.delete_cookie(CART_COUNT_COOKIE, samesite="Lax")
        return
    response.set_cookie(CART_COUNT_COOKIE, str(pieces), **_cookie())


def forget_guest_cart(response: HttpResponseBase) -> None:
    """The browser's cart is no more: it was merged into a customer's."""
    response.delete_cookie(CART_COOKIE, samesite="Lax")


def _keep(response: HttpResponseBase, name: str, value: str, *, salt: str) -> None:
    response.set_signed_cookie(name, value, salt=salt, **_cookie())


def _cookie() -> dict[str, Any]:
    return {
        "max_age": _KEPT_SECONDS,
        "httponly": True,
        "samesite": "Lax",
        "secure": settings.SESSION_COOKIE_SECURE,
    }
