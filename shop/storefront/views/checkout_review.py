"""Checkout, step 4: everything frozen, once more, and the button that orders it."""

from dataclasses import replace
from http import HTTPStatus

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from localization.addresses import address_lines
from localization.refusals import Refusal
from orders.refusals import NoDelivery, QuoteExpired
from orders.selectors.order_view import order_view_by_id
from orders.services.place_order import place_order
from orders.values.requests import PlaceOrder
from shop.storefront.caller import count_pieces
from shop.storefront.checkout.desk import Desk, at_desk
from shop.storefront.checkout.draft import Draft, keep_draft, with_quote
from shop.storefront.typed import typed_id


@require_safe
@at_desk
def checkout_review(desk: Desk) -> HttpResponse:
    """The quote word for word. One that has expired says so and offers a new price."""
    quote = desk.quote()
    if quote.used and desk.draft.order:
        return desk.go("order", token=desk.draft.order)
    if not desk.draft.terms:
        return desk.go("checkout_payment")
    return _shown(desk, QuoteExpired() if quote.expired else None, status=HTTPStatus.OK)


@require_POST
@at_desk
def checkout_refresh(desk: Desk) -> HttpResponse:
    """A new quote of the same cart, address and services; 303 to review. A service that is gone gives way to the usual one."""
    desk.quote()
    try:
        draft = _requoted(desk)
    except Refusal as no:
        return _shown(desk, no)
    keep_draft(desk.request, draft)
    return desk.go("checkout_review")


def _requoted(desk: Desk) -> Draft:
    token = desk.caller.cart_token
    try:
        return with_quote(desk.draft, cart_token=token)
    except NoDelivery:
        return with_quote(replace(desk.draft, freight={}), cart_token=token)


@require_POST
@at_desk
def place(desk: Desk) -> HttpResponse:
    """POST key, quote_id. 303 to the payment; the same key again leads to the same order. A refusal loses nothing."""
    try:
        order_id = place_order(_wish(desk))
    except Refusal as no:
        return _shown(desk, no)
    order = order_view_by_id(order_id, desk.visit.language)
    keep_draft(desk.request, replace(desk.draft, order=order.token))
    response = desk.go("pay", token=order.token)
    count_pieces(response, 0)
    return response


def _wish(desk: Desk) -> PlaceOrder:
    """What the form and the draft say. No price, address or service is read from the form: they are the quote's."""
    posted, draft = desk.request.POST, desk.draft
    return PlaceOrder(
        key=posted.get("key", ""),
        caller=desk.caller.key,
        cart_token=desk.caller.cart_token,
        quote_id=typed_id(posted.get("quote_id", "")) or 0,
        email=draft.address.email if draft.address else "",
        language=desk.visit.language,
        terms=draft.terms,
        customer_id=desk.caller.user_id,
        identifier=draft.identifier,
    )


def _shown(desk: Desk, no: Refusal | None, *, status: int | None = None) -> HttpResponse:
    quote = desk.quote()
    lines = address_lines(quote.address) if quote.address else ()
    context = {"quote": quote, "key": desk.draft.key, "address_lines": lines, "orderable": no is None}
    response = desk.show("checkout_review", context, no)
    response.status_code = status or response.status_code
    return response
