"""Place an order: one transaction in which the key, the quote, the stock, the order and its payment stand or fall."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from localization import clock
from localization.languages import BY_CODE
from orders.digests import cart_digest, request_digest
from orders.models import Order, PlacedKey
from orders.models.order import answer_key, insert_key
from orders.refusals import (
    AddressMissing,
    BadEmail,
    CartEmpty,
    KeyReused,
    QuoteExpired,
    QuoteOutdated,
    TermsNotAccepted,
)
from orders.services._carts import empty_cart, lock_cart
from orders.services._identifying import keep_identifier
from orders.services._placing import hold_pieces, write_order
from orders.services._quotes import UsedQuote, use_quote
from orders.services._wishes import open_payment_of
from orders.values.requests import PlaceOrder

_LONGEST_KEY = 100


def place_order(wish: PlaceOrder) -> int:
    """The id of the order made exactly of the quote; the same key again gives the same order.

    Stock is held for 30 minutes and a payment is opened; nothing is said to any gateway here. Raises KeyReused (same
    key, other wish), CartNotFound, CartEmpty, QuoteNotFound, QuoteExpired, QuoteOutdated, QuoteUsed, AddressMissing,
    BadEmail, TermsNotAccepted, IdentifierMissing, BadIdentifier, OutOfStock; then nothing was written.
    """
    _check(wish)
    with transaction.atomic():
        key = _claim(wish)
        if key.order_id is not None:
            return key.order_id
        return _place(wish, key).pk


def _check(wish: PlaceOrder) -> None:
    if not _plain(wish.key) or not _plain(wish.caller):
        raise KeyReused(key=wish.key[:_LONGEST_KEY])
    if not wish.terms:
        raise TermsNotAccepted
    if wish.language not in BY_CODE:
        raise KeyError(wish.language)
    try:
        validate_email(wish.email)
    except ValidationError:
        raise BadEmail from None


def _plain(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_KEY and text.isascii() and text.isprintable()


def _claim(wish: PlaceOrder) -> PlacedKey:
    """The key's row. A second sender of the same key waits in the insert until the first has committed or failed."""
    digest = request_digest(wish)
    fresh = PlacedKey(caller=wish.caller, key=wish.key, digest=digest, at=clock.now())
    if insert_key(fresh):
        return fresh
    key = PlacedKey.objects.get(caller=wish.caller, key=wish.key)
    if key.digest != digest:
        raise KeyReused(key=wish.key)
    return key


def _place(wish: PlaceOrder, key: PlacedKey) -> Order:
    cart = lock_cart(wish.cart_token)
    quote = use_quote(wish.quote_id, cart)
    _still_good(quote, cart.market, empty_cart(cart))
    order = write_order(wish, quote)
    keep_identifier(order, quote.body, typed=wish.identifier)
    open_payment_of(order, quote.body, position=1)
    answer_key(key, order.pk)
    hold_pieces(order, quote.body)
    return order


def _still_good(quote: UsedQuote, market: str, wanted: Mapping[int, int]) -> None:
    """A refusal takes back that the quote was used and the cart emptied."""
    if not wanted:
        raise CartEmpty
    if quote.expired:
        raise QuoteExpired
    if cart_digest(market, wanted) != quote.cart_digest:
        raise QuoteOutdated
    if quote.body.address is None:
        raise AddressMissing
