"""The withdrawal function (Directive 2011/83/EU, article 11a): two steps, no sign-in, from any page's foot."""

from http import HTTPStatus

from django.conf import settings
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from orders.refusals import OrderNotFound
from orders.selectors.order_view import order_view_by_id
from orders.selectors.withdrawals import order_named, withdrawal_of
from orders.services.withdraw_order import withdraw_order
from orders.values.pages import OrderView
from shop.storefront.caller import caller_of
from shop.storefront.limits import count_miss, too_many_misses
from shop.storefront.open_order import for_link_holder
from shop.storefront.private_page import private_page
from shop.storefront.visit import StorefrontRequest

_SALT = "shop.storefront.withdrawal"
_VALID_SECONDS = 30 * 60


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def withdrawal(request: StorefrontRequest) -> HttpResponse:
    """GET tells the right and asks for number, email; POST shows what is withdrawn from and asks to confirm it.

    404 with the form where no order has both, 429 for whoever tries many.
    """
    if request.method != "POST":
        return _asked(request, HTTPStatus.OK)
    if too_many_misses(request):
        return _asked(request, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        order_id = order_named(request.POST.get("number", ""), request.POST.get("email", ""))
    except OrderNotFound:
        count_miss(request)
        return _asked(request, HTTPStatus.NOT_FOUND)
    return _shown(request, order_view_by_id(order_id, request.visit.language))


@require_POST
@private_page
def withdrawal_confirm(request: StorefrontRequest) -> HttpResponse:
    """POST statement, as the page before it signed it: records the withdrawal. 410 where that page has grown too old."""
    try:
        order_id = signing.loads(request.POST.get("statement", ""), salt=_SALT, max_age=_VALID_SECONDS)
    except signing.BadSignature:
        return _asked(request, HTTPStatus.GONE)
    withdraw_order(order_id=order_id, actor=caller_of(request).customer_key)
    return _shown(request, order_view_by_id(order_id, request.visit.language))


@require_http_methods(["GET", "HEAD"])
@for_link_holder
def order_withdraw(request: StorefrontRequest, order: OrderView) -> HttpResponse:
    """The second step alone, for whoever holds the order's link."""
    return _shown(request, order)


def _asked(request: StorefrontRequest, status: HTTPStatus) -> HttpResponse:
    context = {
        "here": "withdrawal",
        "operator": settings.OPERATOR,
        "number": request.POST.get("number", ""),
        "email": request.POST.get("email", ""),
        "unknown": status == HTTPStatus.NOT_FOUND,
        "too_many": status == HTTPStatus.TOO_MANY_REQUESTS,
        "too_old": status == HTTPStatus.GONE,
    }
    return render(request, "storefront/information/withdrawal.html", context, status=status)


def _shown(request: StorefrontRequest, order: OrderView) -> HttpResponse:
    """What is withdrawn from with the button that does it, or, once done, when it was and what follows."""
    context = {
        "order": order,
        "withdrawal": withdrawal_of(order.id),
        "statement": signing.dumps(order.id, salt=_SALT),
    }
    return render(request, "storefront/withdrawal.html", context)
