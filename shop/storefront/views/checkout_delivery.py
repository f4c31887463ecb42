"""Checkout, step 2: how each parcel travels. A choice opens a new quote."""

from dataclasses import replace

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from localization.refusals import Refusal
from shop.storefront.checkout.delivery_page import chosen_freight, delivery_page
from shop.storefront.checkout.desk import Desk, at_desk
from shop.storefront.checkout.draft import keep_draft, with_quote


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def checkout_delivery(desk: Desk) -> HttpResponse:
    """GET shows the services of each parcel; POST freight-<warehouse>=<service>: 303 to payment, with a new quote."""
    quote = desk.quote()
    if desk.request.method != "POST":
        return _shown(desk)
    wanted = replace(desk.draft, freight=chosen_freight(quote, desk.request.POST))
    try:
        draft = with_quote(wanted, cart_token=desk.caller.cart_token)
    except Refusal as no:
        return _shown(desk, no)
    keep_draft(desk.request, draft)
    return desk.go("checkout_payment")


def _shown(desk: Desk, no: Refusal | None = None) -> HttpResponse:
    quote = desk.quote()
    return desk.show("checkout_delivery", {"quote": quote, "parcels": delivery_page(quote)}, no)
