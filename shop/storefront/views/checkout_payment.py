"""Checkout, step 3: how the payment goes, and the terms."""

from dataclasses import replace

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from orders.refusals import TermsNotAccepted
from shop.storefront.checkout.desk import Desk, at_desk
from shop.storefront.checkout.draft import keep_draft
from shop.storefront.checkout.terms import TERMS


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def checkout_payment(desk: Desk) -> HttpResponse:
    """GET explains the hosted payment page; POST terms=on: 303 to review."""
    context = {"quote": desk.quote(), "agreed": bool(desk.draft.terms)}
    if desk.request.method != "POST":
        return desk.show("checkout_payment", context)
    if "terms" not in desk.request.POST:
        return desk.show("checkout_payment", {**context, "agreed": False}, TermsNotAccepted())
    keep_draft(desk.request, replace(desk.draft, terms=TERMS))
    return desk.go("checkout_review")
