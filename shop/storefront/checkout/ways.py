"""What a buyer can do about a refusal: the one place that maps each typed "no" of checkout to a way on."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal
from shop.storefront.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A refusal as a page tells it: its words, and where to go with which words on the button. `posts` makes it a form."""

    text: str
    url: str
    label: str
    posts: bool
    status: int


_Way = tuple[str, str | Promise]
_TO_CART: _Way = ("cart", _("Look at the cart"))
_TO_ADDRESS: _Way = ("checkout_address", _("Change the address"))
_TO_DELIVERY: _Way = ("checkout_delivery", _("Back to the delivery"))
_REFRESH: _Way = ("checkout_refresh", _("Show the new price"))
_WAYS: Mapping[str, _Way] = {
    "quote_expired": _REFRESH,
    "quote_outdated": _REFRESH,
    "quote_used": _REFRESH,
    "quote_not_found": _REFRESH,
    "key_reused": _REFRESH,
    "address_missing": _TO_ADDRESS,
    "market_serves_not": _TO_ADDRESS,
    "unknown_country": _TO_ADDRESS,
    "bad_email": _TO_ADDRESS,
    "no_delivery": _TO_ADDRESS,
    "identifier_missing": _TO_DELIVERY,
    "bad_identifier": _TO_DELIVERY,
    "terms_not_accepted": ("checkout_payment", _("Read the terms")),
}


def problem(no: Refusal, visit: Visit) -> Problem:
    """The way on from a refusal; whatever is wrong with the goods is mended in the cart."""
    name, label = _WAYS.get(no.code, _TO_CART)
    return Problem(
        text=str(no), url=visit.url(name), label=str(label), posts=(name, label) == _REFRESH, status=no.status
    )
