"""Place an order: one transaction in which the key, the quote, the stock, the order and its payment stand or fall."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from localization import clock
from localization.languages import BY_CODE
from orders.digests import cart_digest, request_digest
from orders.freezing import thaw
from orders.models import Cart, Order, PlacedKey, Quote
from orders.models.order import insert_key
from orders.refusals import (
    AddressMissing,
    BadEmail,
    CartEmpty,
    KeyReused,
    QuoteExpired,
    QuoteNotFound,
    QuoteOutdated,
    QuoteUsed,
    TermsNotAccepted,
)
from orders.selectors.carts import quantities
from orders.services._carts import lock_cart
from orders.services._placing import hold_pieces, write_order
from orders.services._wishes import open_payment_of
from orders.values.quote import QuoteBody
from orders.values.requests import PlaceOrder

_LONGEST_KEY = 100


def place_order(wish: PlaceOrder) -> int:
    """The id of the order made exactly of the quote; the same key again gives the same order.

    Stock is held for 30 minutes and a payment is opened; nothing is said to any gateway here. Raises KeyReused (same
    key, other wish), CartNotFound, CartEmpty, QuoteNotFound, QuoteExpired, QuoteOutdated, QuoteUsed, AddressMissing,
    BadEmail, TermsNotAccepted, OutOfStock; then nothing was written.
    """
    _check(wish)
    with transaction.atomic():
        key = _claim(wish)
        if key.order_id is not None:
            return key.order_id
        return _place(wish, key).pk


def _check(wish: PlaceOrder) -> None:
    if not _plain(wish.key) or not _plain(wish.caller):
        raise KeyReused
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
        raise KeyReused
    return key


def _place(wish: PlaceOrder, key: PlacedKey) -> Order:
    cart = lock_cart(wish.cart_token)
    quote = Quote.objects.select_for_update().filter(pk=wish.quote_id, cart=cart).first()
    if quote is None:
        raise QuoteNotFound
    body = thaw(QuoteBody, quote.body)
    _still_good(quote, body, cart)
    order = write_order(wish, quote, body)
    open_payment_of(order, body, position=1)
    cart.lines.all().delete()
    PlacedKey.objects.filter(pk=key.pk).update(order=order)
    hold_pieces(order, body)
    return order


def _still_good(quote: Quote, body: QuoteBody, cart: Cart) -> None:
    now, wanted = clock.now(), quantities(cart)
    if quote.used_at is not None:
        raise QuoteUsed
    if not wanted:
        raise CartEmpty
    if quote.expires_at <= now:
        raise QuoteExpired
    if cart_digest(cart.market, wanted) != quote.cart_digest:
        raise QuoteOutdated
    if body.address is None:
        raise AddressMissing
    if not quote.use(now):
        raise QuoteUsed
