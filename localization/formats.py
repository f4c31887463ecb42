"""Money, numbers, dates and names as each language writes them (Babel, CLDR). `language` is always a URL code.

Patterns are prepared once per language and answers are kept: a list page writes a hundred prices. Digits are those of CLDR for
the region: our Arabic is written for the Gulf market (ar_AE), whose default digits are 0 to 9.
"""

import copy
import datetime
import string
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date as babel_date
from babel.dates import format_time as babel_time
from babel.lists import format_list as babel_list
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern
from babel.units import format_unit
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.languages import BY_CODE, DEFAULT
from localization.measures import kilograms
from localization.money import exponent

# The region whose habits a language follows where the language alone leaves them open. English writes money the short way
# ("$39.00", not "US$39.00") and dates day first, as most of our English-speaking markets do.
_LOCALES = {"ar": "ar_AE", "zh": "zh_Hans_CN"}
_DATE_LOCALES = {**_LOCALES, "en": "en_GB"}
_RATE_DIGITS, _RATE_PATTERN = 6, "#,##0.############"


_RATE_PROVIDERS = {
    "ecb": _("European Central Bank"),
    "peg": _("fixed to the US dollar"),
    "manual": _("set by our staff"),
}


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The CLDR locale of a URL code; a language we do not speak is written in English."""
    known = BY_CODE.get(language, DEFAULT)
    return Locale.parse(_LOCALES.get(known.code, known.locale))


@lru_cache(maxsize=8192)
def format_money(money: Money, language: str) -> str:
    """A price such as "€39.00", "39,00 €" or "￥3,980", with as many decimals as ISO 4217 gives the currency."""
    code = money.currency.code
    pattern = _money_pattern(language, code)
    return str(
        pattern.apply(
            money.amount,
            locale_of(language),
            currency=code,
            currency_digits=False,
            numbering_system="default",
        )
    )


@lru_cache(maxsize=1024)
def format_number(number: Decimal | int, language: str) -> str:
    """A number with the language's separators and at most three decimals: "1,234.5"."""
    return _applied(locale_of(language).decimal_formats[None], Decimal(number), language)


@lru_cache(maxsize=1024)
def format_exchange_rate(rate: Decimal, language: str) -> str:
    """A positive rate with six significant digits, as central banks publish them: "8.19540" is "8.1954"."""
    with localcontext(prec=_RATE_DIGITS):
        rounded = +rate
    return _applied(parse_pattern(_RATE_PATTERN), rounded, language)


def rate_provider_name(provider: str) -> str:
    """Who says a rate, in the active language: "ecb+peg" is a rate crossed from two. An unknown name stands as it is."""
    return ", ".join(str(_RATE_PROVIDERS.get(name, name)) for name in provider.split("+"))


def format_list(items: Sequence[str], language: str) -> str:
    """Several things in one sentence: "weight, origin and HS code", "重量、原産国、HSコード"."""
    return str(babel_list(list(items), locale=_date_locale(language)))


@lru_cache(maxsize=1024)
def format_percent(rate: Decimal, language: str) -> str:
    """A share as a percentage with at most two decimals: Decimal("0.19") is "19%", Decimal("0.255") is "25.5%"."""
    return _applied(_percent_pattern(language), rate, language)


@lru_cache(maxsize=2048)
def format_date(day: datetime.date, language: str) -> str:
    """A calendar day with its month in words: "22 November 2026"."""
    return str(babel_date(day, format="long", locale=_date_locale(language)))


@lru_cache(maxsize=2048)
def format_moment(moment: datetime.datetime, language: str, tz: str = "UTC") -> str:
    """An aware moment in a time zone (IANA name): "22 Nov 2026, 14:05". Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment carries its time zone")
    locale = _date_locale(language)
    local = moment.astimezone(ZoneInfo(tz))
    joined: str = locale.datetime_formats["medium"]
    return joined.replace("{0}", babel_time(local, format="short", locale=locale)).replace(
        "{1}", babel_date(local, format="medium", locale=locale)
    )


@lru_cache(maxsize=1024)
def format_weight(grams: int, language: str) -> str:
    """Grams up to a kilogram, kilograms above: "180 g", "1.25 kg"."""
    if grams < 1000:
        return _measured(Decimal(grams), "mass-gram", language)
    return _measured(kilograms(grams).quantize(Decimal("0.01"), ROUND_HALF_UP), "mass-kilogram", language)


def country_name(code: str, language: str) -> str:
    """The name of an ISO 3166-1 country; a code that CLDR does not know is its own name."""
    return str(locale_of(language).territories.get(code, code))


def currency_name(code: str, language: str) -> str:
    """The name of an ISO 4217 currency; a code that CLDR does not know is its own name."""
    return str(locale_of(language).currencies.get(code, code))


def language_name(code: str, language: str) -> str:
    """The name of a language (URL code or BCP 47 tag) in another language."""
    known = BY_CODE.get(code)
    return str(locale_of(language).languages.get(known.code if known else code, code))


@lru_cache(maxsize=32)
def _date_locale(language: str) -> Locale:
    known = BY_CODE.get(language, DEFAULT)
    return Locale.parse(_DATE_LOCALES.get(known.code, known.locale))


@lru_cache(maxsize=512)
def _money_pattern(language: str, code: str) -> NumberPattern:
    locale = locale_of(language)
    pattern: NumberPattern = copy.copy(locale.currency_formats["standard"])
    pattern.frac_prec = (exponent(code), exponent(code))
    if get_currency_symbol(code, locale)[-1] in string.ascii_letters:
        # CLDR's alphaNextToNumber: a symbol of letters stands apart from the figures ("AED 139.00").
        before, negative = (part.replace("¤", "¤\N{NO-BREAK SPACE}") for part in pattern.prefix)
        pattern.prefix = (before, negative)
    return pattern


@lru_cache(maxsize=32)
def _percent_pattern(language: str) -> NumberPattern:
    pattern: NumberPattern = copy.copy(locale_of(language).percent_formats[None])
    pattern.frac_prec = (0, 2)
    return pattern


def _applied(pattern: NumberPattern, number: Decimal, language: str) -> str:
    return str(pattern.apply(number, locale_of(language), numbering_system="default"))


def _measured(number: Decimal, unit: str, language: str) -> str:
    """A number with a CLDR unit in its short form: "1.25 kg"."""
    return str(
        format_unit(
            number.normalize(), unit, length="short", locale=locale_of(language), numbering_system="default"
        )
    )
