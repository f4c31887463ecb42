"""Checkout, step 2: how each parcel travels, and what customs asks of the buyer. A choice opens a new quote."""

from dataclasses import replace

from django.http import HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from localization.refusals import Refusal
from orders.refusals import BadIdentifier, IdentifierMissing
from shop.storefront.checkout.delivery_page import (
    chosen_freight,
    delivery_page,
    given_identifier,
    identifier_field,
)
from shop.storefront.checkout.desk import Desk, at_desk
from shop.storefront.checkout.draft import keep_draft, with_quote


@sensitive_post_parameters("identifier")
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def checkout_delivery(desk: Desk) -> HttpResponse:
    """GET shows the services of each parcel; POST freight-<warehouse>=<service>: 303 to payment, with a new quote.

    Where customs asks for the buyer's identifier, POST identifier too; what is wrong with it is told beside the field.
    """
    quote = desk.quote()
    if desk.request.method != "POST":
        return _shown(desk)
    posted = desk.request.POST
    try:
        identifier = given_identifier(quote, posted, desk.draft.identifier)
        wanted = replace(desk.draft, freight=chosen_freight(quote, posted), identifier=identifier)
        draft = with_quote(wanted, cart_token=desk.caller.cart_token)
    except Refusal as no:
        return _shown(desk, no)
    keep_draft(desk.request, draft)
    return desk.go("checkout_payment")


def _shown(desk: Desk, no: Refusal | None = None) -> HttpResponse:
    quote = desk.quote()
    of_identifier = isinstance(no, IdentifierMissing | BadIdentifier)
    field = identifier_field(quote, desk.draft.identifier, str(no) if of_identifier else "")
    context = {"quote": quote, "parcels": delivery_page(quote), "identifier": field}
    response = desk.show("checkout_delivery", context, None if of_identifier else no)
    response.status_code = no.status if no and of_identifier else response.status_code
    return response
