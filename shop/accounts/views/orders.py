"""The first page of an account: the customer's orders, the newest first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from orders.selectors.order_list import orders_before
from shop.accounts.member import MemberRequest, member_page
from shop.storefront.typed import typed_id

_PAGE = 10


@require_safe
@member_page
def orders(request: MemberRequest) -> HttpResponse:
    """?before=<order id> goes on from there. Only the customer's own."""
    found = orders_before(
        request.user.pk,
        before=typed_id(request.GET.get("before", "")),
        most=_PAGE + 1,
        language=request.visit.language,
    )
    shown = found[:_PAGE]
    more_url = f"?before={shown[-1].id}" if len(found) > _PAGE else ""
    return render(
        request, "storefront/account_orders.html", {"here": "account", "orders": shown, "more_url": more_url}
    )
