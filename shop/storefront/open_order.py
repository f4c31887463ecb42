"""The door to one order: whoever holds its link may enter, everybody else finds nothing."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import Http404, HttpResponse

from orders.refusals import OrderNotFound
from orders.selectors.order_view import order_view
from orders.values.pages import OrderView
from shop.storefront.limits import count_miss, too_many_misses
from shop.storefront.private_page import private_page
from shop.storefront.visit import StorefrontRequest


def for_link_holder(
    view: Callable[[StorefrontRequest, OrderView], HttpResponse],
) -> Callable[[StorefrontRequest, str], HttpResponse]:
    """A view of the order whose token stands in the path. 404 for an unknown one, 429 for whoever tries many."""

    @private_page
    @wraps(view)
    def answer(request: StorefrontRequest, token: str) -> HttpResponse:
        if too_many_misses(request):
            return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "60"})
        try:
            order = order_view(token, request.visit.language)
        except OrderNotFound as no:
            count_miss(request)
            raise Http404(str(no)) from no
        return view(request, order)

    return answer
