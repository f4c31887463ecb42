"""The cart: looking at it, putting pieces in, changing their number."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from localization.refusals import Refusal
from orders.refusals import CartNotFound
from orders.selectors.carts import cart_of, quantities
from orders.services.add_to_cart import add_to_cart
from orders.services.change_line import change_line
from shop.storefront.caller import Caller, caller_of, remember_cart, with_new_cart
from shop.storefront.cart_page import cart_page
from shop.storefront.private_page import private_page
from shop.storefront.typed import typed_quantity, typed_variant
from shop.storefront.visit import StorefrontRequest


@require_safe
@private_page
def cart(request: StorefrontRequest) -> HttpResponse:
    """The caller's cart with its estimate at the door."""
    return _shown(request, caller_of(request))


@require_POST
@private_page
def cart_add(request: StorefrontRequest) -> HttpResponse:
    """POST variant_id, quantity. 303 to the cart; a refusal is told on the cart page, with its status."""
    caller = caller_of(request)
    try:
        caller = _added(request, caller)
    except Refusal as no:
        return _shown(request, caller, no)
    return _changed(request, caller)


@require_POST
@private_page
def cart_change(request: StorefrontRequest) -> HttpResponse:
    """POST variant_id, quantity; 0 takes the line out. 303 to the cart, or the changed part for htmx."""
    caller = caller_of(request)
    try:
        change_line(
            cart_token=caller.cart_token,
            variant_id=typed_variant(request.POST.get("variant_id", "")),
            quantity=typed_quantity(request.POST.get("quantity", "")),
        )
    except Refusal as no:
        return _shown(request, caller, no)
    return _shown(request, caller) if request.htmx else _changed(request, caller)


def _added(request: StorefrontRequest, caller: Caller) -> Caller:
    """The caller with the piece in the cart; a cart that has grown too old to be kept is replaced."""
    variant_id = typed_variant(request.POST.get("variant_id", ""))
    quantity = typed_quantity(request.POST.get("quantity", "1"))
    put: Callable[[Caller], None] = lambda who: add_to_cart(  # noqa: E731  # tried on two carts
        cart_token=who.cart_token, variant_id=variant_id, quantity=quantity
    )
    try:
        put(caller)
    except CartNotFound:
        caller = with_new_cart(caller, request.visit)
        put(caller)
    return caller


def _changed(request: StorefrontRequest, caller: Caller) -> HttpResponse:
    response = HttpResponseRedirect(request.visit.url("cart"))
    response.status_code = HTTPStatus.SEE_OTHER
    remember_cart(response, caller, pieces=sum(quantities(cart_of(caller.cart_token)).values()))
    return response


def _shown(request: StorefrontRequest, caller: Caller, no: Refusal | None = None) -> HttpResponse:
    page = cart_page(caller, request.visit, problem=str(no) if no else "")
    template = "storefront/parts/_cart_changed.html" if request.htmx else "storefront/cart.html"
    # htmx swaps good answers only: a refusal it is to show comes with its words and 200.
    status = no.status if no and not request.htmx else HTTPStatus.OK
    response = render(request, template, {"page": page, "cart_count": page.pieces}, status=status)
    remember_cart(response, caller, pieces=page.pieces)
    return response
