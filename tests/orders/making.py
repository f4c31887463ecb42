"""A small real shop for the tests of orders: two workshops in China, one in Japan, and a buyer in Berlin."""

from datetime import timedelta
from decimal import Decimal
from itertools import count

from moneyed import Money

from catalog.models import Category, Merchant, Product, ProductText, StockLevel, Variant, Warehouse
from catalog.states import ProductState
from localization import clock
from localization.addresses import Address
from localization.models import ExchangeRate
from localization.rate_sources.base import ECB, RANKS
from localization.services.load_markets import load_markets
from localization.states import RateState
from logistics.services.load_freight import load_freight
from logistics.services.load_tariff import TARIFFS, load_tariff
from orders.models import Order
from orders.services.add_to_cart import add_to_cart
from orders.services.open_cart import open_cart
from orders.services.open_quote import open_quote
from orders.services.place_order import place_order
from orders.values.requests import PlaceOrder, QuoteRequest

RATES = {
    "USD": "1.15",
    "CNY": "8.20",
    "JPY": "178.00",
    "GBP": "0.88",
    "AUD": "1.76",
    "AED": "4.22",
    "CAD": "1.60",
    "BRL": "6.20",
    "CHF": "0.93",
    "NOK": "11.70",
    "NZD": "2.00",
    "KRW": "1680.00",
}
BERLIN = Address(
    name="Ada Kurz",
    street="Torstraße 12",
    city="Berlin",
    country="DE",
    postcode="10119",
    email="ada@example.com",
)
CITIES = {"CN": ("Hangzhou", "310002", "218 Nanshan Road"), "JP": ("Kyoto", "604-8005", "1 Teramachi")}
_key = count(1)


def make_reference():
    """Markets, rates, freight and tariffs."""
    load_markets()
    for code, rate in RATES.items():
        ExchangeRate.objects.create(
            currency=code,
            rate=Decimal(rate),
            day=clock.today() - timedelta(days=1),
            provider=ECB,
            rank=RANKS[ECB],
            state=RateState.IN_USE,
            source="a test",
        )
    load_freight()
    load_tariff(TARIFFS)


def make_merchant(code="jiangnan", country="CN", currency="CNY"):
    """A merchant with one warehouse."""
    city, postcode, street = CITIES[country]
    merchant = Merchant.objects.create(
        code=code,
        name=code.title(),
        country=country,
        city=city,
        email=f"{code}@example.com",
        currency=currency,
    )
    address = Address(name=code.title(), street=street, city=city, country=country, postcode=postcode)
    Warehouse.objects.create(
        code=f"{code}-store",
        merchant=merchant,
        name="Store",
        address=address.to_json(),
        country=country,
        city=city,
    )
    return merchant


def make_variant(merchant, sku="SCARF", *, on_hand=10, price="298", **columns):
    """A listed product, titled in English and German, with one variant: a silk scarf of 150 grams."""
    category, _ = Category.objects.get_or_create(code="wear")
    product = Product.objects.create(
        merchant=merchant,
        handle=sku.lower(),
        source_handle=sku.lower(),
        category=category,
        state=ProductState.LISTED,
    )
    ProductText.objects.create(product=product, language="en", title=f"Scarf {sku}")
    ProductText.objects.create(product=product, language="de", title=f"Schal {sku}")
    facts = {
        "hs_code": "621410",
        "hs_version": "HS2022",
        "origin": merchant.country,
        "weight_grams": 150,
        "customs_description": "Scarf, 100 % silk",
        "price_amount": Decimal(price),
        "price_currency": merchant.currency,
    }
    variant = Variant.objects.create(product=product, merchant=merchant, sku=sku, **{**facts, **columns})
    StockLevel.objects.create(variant=variant, warehouse=merchant.warehouses.get(), on_hand=on_hand)
    return variant


def free(variant):
    """How many pieces of a variant nobody holds."""
    level = StockLevel.objects.get(variant=variant)
    return level.on_hand - level.held


def make_cart(*lines, market="de", language="de"):
    """The token of a guest's cart with (variant, quantity) lines."""
    token = open_cart(market=market, language=language)
    for variant, quantity in lines:
        add_to_cart(cart_token=token, variant_id=variant.pk, quantity=quantity)
    return token


def make_quote(token, address=BERLIN, **changes):
    """The id of a quote of the cart to Berlin."""
    return open_quote(QuoteRequest(cart_token=token, country=address.country, address=address, **changes))


def make_wish(token, quote_id, **changes):
    """A wish to place an order of a quote, under a key of its own."""
    usual = {
        "key": f"key-{next(_key)}",
        "caller": f"cart:{token}",
        "cart_token": token,
        "quote_id": quote_id,
        "email": "ada@example.com",
        "language": "de",
        "terms": "2026-11",
    }
    return PlaceOrder(**{**usual, **changes})


def make_order(*lines, **changes):
    """A placed order of (variant, quantity) lines to Berlin."""
    token = make_cart(*lines)
    return Order.objects.get(pk=place_order(make_wish(token, make_quote(token), **changes)))


def eur(amount):
    """Money in the currency of Berlin."""
    return Money(amount, "EUR")
