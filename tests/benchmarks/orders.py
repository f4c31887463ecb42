"""Orders of the benchmark: carts with quotes made beforehand, and doors that place them or store them bare."""

import secrets
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from django.db import connection
from django.http import HttpRequest, JsonResponse

from catalog.models import Offer
from localization.addresses import Address
from orders.models import Cart
from orders.services.add_to_cart import add_to_cart
from orders.services.open_cart import open_cart
from orders.services.open_quote import open_quote
from orders.services.place_order import place_order
from orders.values.requests import PlaceOrder, QuoteRequest
from tests.benchmarks.bare_order import Pattern

AT_ONCE = 8
_BUYER = Address(
    name="Ada Kurz",
    street="Torstraße 12",
    city="Berlin",
    country="DE",
    postcode="10119",
    email="ada@example.com",
)
_waiting: dict[str, deque[tuple[int, str, int]]] = {"one": deque(), "hot": deque()}
_pool = ThreadPoolExecutor(AT_ONCE)
_COPY = """
WITH carts AS (
    INSERT INTO orders_cart (token, market, language, created_at, updated_at)
    SELECT md5(random()::text || n), market, language, now(), now() FROM orders_cart, generate_series(1, %(count)s) n
    WHERE id = %(cart)s RETURNING id, token
), lines AS (
    INSERT INTO orders_cartline (cart_id, variant_id, quantity)
    SELECT carts.id, variant_id, quantity FROM carts, orders_cartline WHERE cart_id = %(cart)s
), quotes AS (
    INSERT INTO orders_quote (cart_id, cart_digest, body, total, total_currency, created_at, expires_at)
    SELECT carts.id, cart_digest, body, total, total_currency, now(), expires_at FROM carts, orders_quote
    WHERE orders_quote.id = %(quote)s RETURNING id, cart_id
)
SELECT carts.id, carts.token, quotes.id FROM carts JOIN quotes ON quotes.cart_id = carts.id
"""


def prepare(request: HttpRequest) -> JsonResponse:
    """Make `count` carts of `kind`, each with a quote of its own: two pieces of one merchant, or the hot one."""
    kind, count = request.GET["kind"], int(request.GET["count"])
    cart, quote = _cart_with_quote(kind)
    with connection.cursor() as cursor:
        cursor.execute(_COPY, {"cart": cart.pk, "quote": quote, "count": count})
        _waiting[kind].extend(cursor.fetchall())
    _pattern(kind)
    return JsonResponse({"waiting": len(_waiting[kind])})


def order(request: HttpRequest) -> JsonResponse:
    """Store the next waiting order in the `way` of the service or bare; how long that took, in milliseconds."""
    store = _WAYS[request.GET["way"]]
    began = time.perf_counter()
    store("one")
    return JsonResponse({"ms": (time.perf_counter() - began) * 1000})


def burst(request: HttpRequest) -> JsonResponse:
    """`count` orders of the hot variant by AT_ONCE buyers at once; milliseconds per order."""
    store, count = _WAYS[request.GET["way"]], int(request.GET["count"])
    began = time.perf_counter()
    list(_pool.map(store, ["hot"] * count))
    return JsonResponse({"ms": (time.perf_counter() - began) * 1000 / count})


def _place(kind: str) -> None:
    _, token, quote = _waiting[kind].popleft()
    place_order(_wish(token, quote))


def _store_bare(kind: str) -> None:
    cart, _, quote = _waiting[kind].popleft()
    _pattern(kind).store(cart, quote)


_WAYS: dict[str, Callable[[str], None]] = {"service": _place, "bare": _store_bare}


@cache
def _pattern(kind: str) -> Pattern:
    cart, quote = _cart_with_quote(kind)
    return Pattern(place_order(_wish(cart.token, quote)))


def _cart_with_quote(kind: str) -> tuple[Cart, int]:
    offers = Offer.objects.filter(
        market="de", lead=True, listed=True, refusal="", merchant_code="nanshan-road"
    )
    token = open_cart(market="de", language="de")
    for variant in offers.order_by("rank", "id").values_list("variant_id", flat=True)[
        : 1 if kind == "hot" else 2
    ]:
        add_to_cart(cart_token=token, variant_id=variant, quantity=1)
    quote = open_quote(QuoteRequest(cart_token=token, country="DE", address=_BUYER))
    return Cart.objects.get(token=token), quote


def _wish(token: str, quote: int) -> PlaceOrder:
    return PlaceOrder(
        key=secrets.token_hex(8),
        caller=f"cart:{token}",
        cart_token=token,
        quote_id=quote,
        email="ada@example.com",
        language="de",
        terms="2026-11",
    )
