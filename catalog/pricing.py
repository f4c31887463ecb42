"""A merchant's price in a market: its own price there, or the base price converted, raised and given a pleasing end."""

import re
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from moneyed import Money

from catalog.refusals import BadAmount
from localization.money import UnknownCurrency, currency, round_money, share
from localization.rates import FxTable
from localization.values import PRICE_ENDING, MarketInfo

_DECIMALS = re.compile(r"\.\d{2}", re.ASCII)


def market_price(base: Money, own: Mapping[str, Money], market: MarketInfo, fx: FxTable) -> Money:
    """The price of one unit in the market's currency: what the buyer pays for the goods, before duty and tax.

    The merchant's own price in that currency stands as it is, and so does a base price that already is in it. Any
    other is converted, raised by the market's uplift and rounded up to its price ending. Raises RateUnavailable.
    """
    if market.currency in own:
        return own[market.currency]
    if base.currency.code == market.currency:
        return base
    converted = fx.rate(base.currency.code, market.currency).convert(base)
    return with_ending(share(converted, Decimal(1) + market.uplift), market.price_ending)


def with_ending(price: Money, ending: str) -> Money:
    """The price, rounded, with the ending of `localization.values.PRICE_ENDING`.

    Fixed decimals (".95") replace the price's own; fixed last digits ("80") go to the next higher price that ends so.
    Zero stays zero, and nothing else
    becomes zero. Raises ValueError for an ending of another form.
    """
    if not PRICE_ENDING.fullmatch(ending):
        raise ValueError(f"no price ending: {ending!r}")
    rounded = round_money(price)
    if not ending or not rounded.amount:
        return rounded
    if _DECIMALS.fullmatch(ending):
        whole = rounded.amount.to_integral_value(rounding=ROUND_FLOOR)
        return Money(whole + Decimal(ending) or Decimal(1), price.currency)
    return Money(_next_ending(rounded.amount, ending), price.currency)


def _next_ending(amount: Decimal, ending: str) -> Decimal:
    step = Decimal(10) ** len(ending)
    steps = ((amount - Decimal(ending)) / step).to_integral_value(rounding=ROUND_CEILING)
    return max(steps, Decimal(0)) * step + Decimal(ending)


def refuse_odd_price(price: Money) -> None:
    """Raise BadAmount for a price of zero or less, of an unknown currency, or with a fraction of its minor unit."""
    try:
        currency(price.currency.code)
    except UnknownCurrency:
        raise BadAmount(amount=str(price.amount)) from None
    if price.amount <= 0 or round_money(price) != price:
        raise BadAmount(amount=f"{price.amount} {price.currency.code}")
