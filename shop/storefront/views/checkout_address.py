"""Checkout, step 1: where to. An accepted address opens a quote."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from localization.addresses import Address, BadAddress
from localization.refusals import Refusal
from orders.refusals import MarketServesNot
from orders.values.pages import CartView
from shop.accounts.selectors import SavedAddressView, saved_addresses
from shop.accounts.services.save_address import save_address
from shop.storefront.cart_page import cart_in
from shop.storefront.checkout.address_page import (
    address_page,
    blank_address,
    checked_address,
    typed_address,
)
from shop.storefront.checkout.desk import Desk, at_desk
from shop.storefront.checkout.draft import keep_draft, with_quote


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def checkout_address(desk: Desk) -> HttpResponse:
    """GET asks, with ?saved=<id> filled from the customer's own addresses; POST `country_only` asks again for that country.

    POST with a good address: 303 to delivery. What is wrong is told beside the field, with 400.
    """
    cart = cart_in(desk.caller, desk.visit)
    if cart is None or not cart.lines:
        return desk.go("cart")
    return _answered(desk, cart)


def _answered(desk: Desk, cart: CartView) -> HttpResponse:
    if desk.request.method != "POST":
        return _asked(desk, cart, _known(desk))
    address = typed_address(desk.request.POST.dict(), desk.visit)
    if "country_only" in desk.request.POST or desk.request.htmx:
        return _asked(desk, cart, address)
    try:
        _check_served(desk)
        return _accepted(desk, checked_address(address))
    except BadAddress as bad:
        return _asked(desk, cart, address, bad)
    except Refusal as no:
        return _asked(desk, cart, address, no)


def _check_served(desk: Desk) -> None:
    """A country that the form did not offer is refused: nothing is sent elsewhere than it was meant to go."""
    market, country = desk.visit.market, desk.request.POST.get("country", desk.visit.country)
    if country not in market.countries:
        raise MarketServesNot(market=market.code, country=country[:2])


def _accepted(desk: Desk, address: Address) -> HttpResponse:
    before = desk.draft.address
    identifier = desk.draft.identifier if before and before.country == address.country else ""
    draft = replace(desk.draft, address=address, freight={}, terms="", identifier=identifier)
    keep_draft(desk.request, with_quote(draft, cart_token=desk.caller.cart_token))
    if desk.caller.user_id is not None and "save" in desk.request.POST:
        save_address(user_id=desk.caller.user_id, address=address)
    return desk.go("checkout_delivery")


def _asked(desk: Desk, cart: CartView, address: Address, no: Refusal | None = None) -> HttpResponse:
    bad = no if isinstance(no, BadAddress) else None
    form = address_page(address, desk.visit, bad.errors if bad else None)
    if desk.request.htmx:
        return render(desk.request, "storefront/parts/_address_fields.html", {"form": form})
    context = {
        "form": form,
        "cart": cart,
        "saved": _saved(desk),
        "customer": desk.caller.user_id is not None,
        "login_url": f"{reverse('account_login')}?next={desk.request.path}",
    }
    response = desk.show("checkout_address", context, None if bad else no)
    response.status_code = bad.status if bad else response.status_code
    return response


def _known(desk: Desk) -> Address:
    """What is known before asking: a saved address that was chosen, the draft, the first saved one, the customer's e-mail."""
    email = getattr(desk.request.user, "email", "")
    wanted = desk.request.GET.get("saved", "")
    saved = _saved(desk)
    if wanted:
        chosen = next((row.address for row in saved if str(row.id) == wanted), None)
        if chosen is None:
            raise Http404
        return replace(chosen, email=email)
    if desk.draft.address:
        return desk.draft.address
    return replace(saved[0].address, email=email) if saved else blank_address(desk.visit, email)


def _saved(desk: Desk) -> tuple[SavedAddressView, ...]:
    """The customer's own addresses this market delivers to."""
    if desk.caller.user_id is None:
        return ()
    countries = desk.visit.market.countries
    return tuple(row for row in saved_addresses(desk.caller.user_id) if row.address.country in countries)
