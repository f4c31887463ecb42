"""Open a quote: gather the facts, ask the rule, freeze the answer."""

from dataclasses import replace

from moneyed import Money

from localization import clock
from localization.places import territory_of
from localization.selectors import market as market_of
from localization.values import MarketInfo
from orders.digests import cart_digest
from orders.freezing import freeze
from orders.models import Cart, Quote
from orders.periods import QUOTE_LIFE
from orders.quoting import Destination, Rules, make_quote
from orders.refusals import CartEmpty, MarketServesNot
from orders.selectors.buyer_history import BuyerKey, buyer_year_to_date
from orders.selectors.carts import cart_of, quantities
from orders.selectors.gathering import rules_for, wanted_lines, wanted_parcels
from orders.values.quote import QuoteBody
from orders.values.requests import QuoteRequest


def open_quote(request: QuoteRequest) -> int:
    """The id of a new quote for the cart as it is now, good for 30 minutes.

    Raises CartNotFound, CartEmpty, NotForSale, MarketServesNot, NoDelivery, Restricted, CannotPriceLine (names
    the line), CannotQuote, RateUnavailable, UnknownCountry.
    """
    cart = cart_of(request.cart_token)
    wanted = quantities(cart)
    if not wanted:
        raise CartEmpty
    return _freeze(cart, wanted, _price(cart, wanted, request))


def _price(cart: Cart, wanted: dict[int, int], request: QuoteRequest) -> QuoteBody:
    rules = rules_for(market_of(cart.market))
    to = _destination(request, rules.market)
    rules = replace(rules, bought=_bought(cart, to, rules))
    lines = wanted_lines(wanted, cart.language)
    parcels = wanted_parcels(lines, to=to.territory, region=to.region, rules=rules, chosen=request.freight)
    return make_quote(parcels, to=to, rules=rules, language=cart.language)


def _bought(cart: Cart, to: Destination, rules: Rules) -> Money | None:
    buyer = BuyerKey(customer_id=cart.customer_id, email=to.address.email if to.address else "")
    return buyer_year_to_date(buyer, country=to.country, on=rules.on, fx=rules.fx)


def _destination(request: QuoteRequest, market: MarketInfo) -> Destination:
    """The address decides where an address is given."""
    address = request.address
    country = address.country if address else request.country
    if country not in market.countries:
        raise MarketServesNot(market=market.code, country=country)
    territory = territory_of(country, address.postcode if address else "")
    return Destination(territory=territory, country=country, address=address)


def _freeze(cart: Cart, wanted: dict[int, int], body: QuoteBody) -> int:
    now = clock.now()
    quote = Quote(
        cart=cart,
        cart_digest=cart_digest(cart.market, wanted),
        body=freeze(body),
        total=body.totals.total,
        created_at=now,
        expires_at=now + QUOTE_LIFE,
    )
    quote.save()
    return quote.pk
