"""To the payment: opens the gateway's page for an order and sends the buyer there."""

from http import HTTPStatus

import structlog
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from localization.outside import Misread, Unavailable
from localization.refusals import Refusal
from orders.services.pay_order import pay_order
from orders.values.pages import OrderView
from shop.storefront.open_order import for_link_holder
from shop.storefront.visit import StorefrontRequest

_log = structlog.get_logger(__name__)


@require_http_methods(["GET", "POST"])
@for_link_holder
def pay(request: StorefrontRequest, order: OrderView) -> HttpResponse:
    """303 to the gateway's page. A silent gateway is told with 503 and how long the order is kept; pressing again is safe."""
    try:
        page_url = pay_order(order_id=order.id)
    except (Unavailable, Misread) as error:
        _log.warning("gateway_silent", order=order.number, error=str(error))
        return render(
            request, "storefront/pay_later.html", {"order": order}, status=HTTPStatus.SERVICE_UNAVAILABLE
        )
    except Refusal:
        # Paid, cancelled or under review meanwhile: the order's page says which.
        return redirect(request.visit.url("order", token=order.token))
    response = HttpResponseRedirect(page_url)
    response.status_code = HTTPStatus.SEE_OTHER
    return response
