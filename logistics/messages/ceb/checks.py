"""Checks of single elements: text within its length, codes customs knows, numbers as the schema writes them."""

import re
from collections.abc import Iterable
from decimal import Decimal

from moneyed import Money

from localization.measures import kilograms
from localization.money import quantum, total
from logistics.messages.ceb.codes import COUNTRIES, CURRENCIES
from logistics.messages.ceb.refusals import BadMessage

_LONGEST = {
    "orderNo": 60, "ebpCode": 18, "ebpName": 100, "ebcCode": 18, "ebcName": 100, "buyerRegNo": 60, "buyerName": 60,
    "buyerTelephone": 30, "buyerIdNumber": 60, "payCode": 18, "payName": 100, "payTransactionId": 60, "payNo": 60,
    "payerName": 100, "payerIdNumber": 60, "telephone": 20, "consignee": 100, "consigneeTelephone": 50,
    "consigneeAddress": 200, "itemNo": 30, "itemName": 250, "gmodel": 510, "itemDescribe": 1000, "barCode": 50,
    "logisticsCode": 18, "logisticsName": 100, "logisticsNo": 60, "billNo": 37, "goodsInfo": 200, "copNo": 20,
    "gcode": 10, "gname": 250, "reason": 1000, "note": 1000, "copCode": 18, "copName": 100, "dxpId": 30,
}  # fmt: skip
_USUALLY_OPTIONAL = frozenset({"note"})
# What XML 1.0 section 2.2 lets a document carry.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLACES = Decimal("0.00001")


def checked_text(message: str, field: str, text: str, *, optional: frozenset[str]) -> str:
    """The element's text without space around it, "" where it may be left out. Raises BadMessage."""
    written = text.strip()
    if not written and field not in optional | _USUALLY_OPTIONAL:
        raise BadMessage(message=message, field=field, problem="empty")
    if len(written) > _LONGEST.get(field, len(written)):
        raise BadMessage(message=message, field=field, problem="too_long", detail=str(_LONGEST[field]))
    if _FORBIDDEN.search(written):
        raise BadMessage(message=message, field=field, problem="bad_text")
    return written


def country_code(message: str, field: str, country: str) -> str:
    """The customs code of an ISO 3166-1 country. Raises BadMessage."""
    if country not in COUNTRIES:
        raise BadMessage(message=message, field=field, problem="unknown_code", detail=country)
    return COUNTRIES[country]


def currency_code(message: str, field: str, money: Money) -> str:
    """The customs code of an amount's currency. Raises BadMessage."""
    code = money.currency.code
    if code not in CURRENCIES:
        raise BadMessage(message=message, field=field, problem="unknown_code", detail=code)
    return CURRENCIES[code]


def yuan_only(message: str, field: str, money: Money) -> str:
    """The code of the one currency import messages take. Raises BadMessage."""
    if money.currency.code != "CNY":
        raise BadMessage(message=message, field=field, problem="currency", detail=money.currency.code)
    return CURRENCIES["CNY"]


def amount(message: str, field: str, money: Money) -> str:
    """An amount as plain digits in its minor unit. Raises BadMessage for one below zero."""
    if money.amount < 0:
        raise BadMessage(message=message, field=field, problem="negative", detail=str(money.amount))
    return f"{money.amount.quantize(quantum(money.currency.code)):f}"


def number(message: str, field: str, value: Decimal) -> str:
    """A quantity above zero as plain digits, at most five decimals. Raises BadMessage."""
    if value <= 0 or value != value.quantize(_PLACES):
        raise BadMessage(message=message, field=field, problem="number", detail=str(value))
    return f"{value.normalize():f}"


def weight(message: str, field: str, grams: int) -> str:
    """Grams as kilograms. Raises BadMessage for no weight."""
    return number(message, field, kilograms(grams))


def must_add_up(message: str, field: str, parts: Iterable[Money], whole: Money) -> None:
    """Refuses a whole that is not the sum of its parts, or is in another currency than one of them. Raises BadMessage."""
    found = list(parts)
    code = whole.currency.code
    for part in found:
        same_currency(message, field, part, whole)
    summed = total(found, code)
    if summed != whole:
        detail = f"{whole.amount} / {summed.amount} {code}"
        raise BadMessage(message=message, field=field, problem="sum", detail=detail)


def same_currency(message: str, field: str, one: Money, other: Money) -> None:
    """Refuses two amounts that must be in one currency and are not. Raises BadMessage."""
    if one.currency != other.currency:
        detail = f"{one.currency.code} / {other.currency.code}"
        raise BadMessage(message=message, field=field, problem="currency", detail=detail)
