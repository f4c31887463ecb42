"""The page of an order: confirmation, tracking and what can be done about it, open to whoever holds the link."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from orders.refusals import CannotCancel
from orders.selectors.withdrawals import withdrawal_of
from orders.services.cancel_order import cancel_order
from orders.values.pages import OrderView
from shop.storefront.caller import caller_of
from shop.storefront.open_order import for_link_holder
from shop.storefront.order_page import order_page
from shop.storefront.visit import StorefrontRequest


@require_safe
@for_link_holder
def order(request: StorefrontRequest, order: OrderView) -> HttpResponse:
    """What the order's own state says; what a returning buyer's link says of the payment is not read.

    An htmx answer is the live part, or 204 where it still shows ?seen=<mark>: nothing is read aloud or drawn twice.
    """
    page = order_page(order)
    if request.htmx and request.GET.get("seen") == page.mark:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if request.htmx:
        return render(request, "storefront/parts/_order_live.html", {"page": page})
    return render(request, "storefront/order.html", {"page": page, "withdrawal": withdrawal_of(order.id)})


@require_http_methods(["GET", "POST"])
@for_link_holder
def order_cancel(request: StorefrontRequest, order: OrderView) -> HttpResponse:
    """GET asks once more; POST cancels before dispatch and leads back to the order."""
    if request.method != "POST":
        return render(request, "storefront/order_cancel.html", {"order": order})
    try:
        cancel_order(
            order_id=order.id,
            actor=caller_of(request).customer_key,
            reason=gettext_noop("cancelled by the buyer"),
        )
    except CannotCancel as no:
        return render(
            request, "storefront/order_cancel.html", {"order": order, "problem": str(no)}, status=no.status
        )
    return redirect(request.visit.url("order", token=order.token))
