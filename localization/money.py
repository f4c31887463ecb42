"""Money arithmetic that django-money lacks: minor units, sharing by a rate, splitting without losing a cent."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

from moneyed import CURRENCIES, Currency, Money

# ISO 4217 amendments: minor units other than two (datasets/currency-codes, 2026-02-01). Everything else has two.
_MINOR_UNITS = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
    **dict.fromkeys(["CLF", "UYW"], 4),
}
_PRECISION = 40


class UnknownCurrency(ValueError):
    """The code is no ISO 4217 currency in exact upper-case ASCII."""


def currency(code: str) -> Currency:
    """The currency of an exact upper-case ISO 4217 code. Raises UnknownCurrency."""
    if code not in CURRENCIES:
        raise UnknownCurrency(code)
    return CURRENCIES[code]


def exponent(code: str) -> int:
    """How many decimals the currency's minor unit has: JPY 0, EUR 2, KWD 3 (ISO 4217)."""
    return _MINOR_UNITS.get(code, 2)


def quantum(code: str) -> Decimal:
    """The smallest amount of a currency, e.g. Decimal("0.01") for EUR."""
    return Decimal(1).scaleb(-exponent(code))


def zero(code: str) -> Money:
    """No money, in a currency."""
    return Money(Decimal(0), code)


def round_money(money: Money, *, rounding: str = ROUND_HALF_UP) -> Money:
    """The amount rounded to its currency's minor unit."""
    return Money(money.amount.quantize(quantum(money.currency.code), rounding=rounding), money.currency)


def share(money: Money, rate: Decimal, *, rounding: str = ROUND_HALF_UP) -> Money:
    """`money` times a pure rate (0.19 for 19 %), rounded to the minor unit: the only place where a rate meets money."""
    with localcontext(prec=_PRECISION):
        return round_money(Money(money.amount * rate, money.currency), rounding=rounding)


def convert(money: Money, rate: Decimal, to: str, *, rounding: str = ROUND_HALF_UP) -> Money:
    """`money` in another currency; `rate` is units of `to` for one unit of the money's currency."""
    if rate <= 0:
        raise ValueError("an exchange rate is positive")
    with localcontext(prec=_PRECISION):
        return round_money(Money(money.amount * rate, to), rounding=rounding)


def split(money: Money, weights: Sequence[Decimal | int]) -> list[Money]:
    """Divide `money` in proportion to `weights` by largest remainder: the parts always add up to the whole.

    The only division of money. Weights are non-negative; all zero counts as equal. Ties go to the earlier part.
    Raises ValueError without weights or with a negative one.
    """
    if not weights or any(weight < 0 for weight in weights):
        raise ValueError("split needs at least one weight and none below zero")
    total = Decimal(sum(weights))
    shares = [Decimal(weight) for weight in weights] if total else [Decimal(1)] * len(weights)
    total = total or Decimal(len(weights))
    unit = quantum(money.currency.code)
    units = int((money.amount / unit).to_integral_exact())
    with localcontext(prec=_PRECISION):
        exact = [Decimal(units) * weight / total for weight in shares]
        floors = [part.to_integral_value(rounding=ROUND_DOWN) for part in exact]
        left = units - int(sum(floors))
        step = 1 if left >= 0 else -1
        order = sorted(range(len(exact)), key=lambda i: (-abs(exact[i] - floors[i]), i))
        for index in order[: abs(left)]:
            floors[index] += step
        return [Money(part * unit, money.currency) for part in floors]


def total(amounts: Iterable[Money], code: str) -> Money:
    """The sum of amounts of one currency; zero in `code` when there are none."""
    return sum(amounts, zero(code))


def to_minor(money: Money) -> int:
    """The amount in the currency's minor unit (ISO exponent): EUR 1.50 is 150, JPY 150 is 150."""
    return int((money.amount / quantum(money.currency.code)).to_integral_exact())


def from_minor(units: int, code: str) -> Money:
    """Money of so many minor units of a currency."""
    return Money(Decimal(units) * quantum(code), code)
