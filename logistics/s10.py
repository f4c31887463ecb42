"""Postal item numbers after UPU standard S10: RB123456785GB = service, eight digits, check digit, country."""

import re
from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

# UPU S10-12: weights of the eight serial digits. Vectors: github.com/jkeen/tracking_number_data (MIT).
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_SHAPE = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")
_RESERVED_COUNTRIES = frozenset({"XX", "ZZ", "AA"})


@dataclass(eq=False)
class BadItemNumber(Refusal):
    """Not a postal item number: shape, country or check digit is wrong."""

    code: ClassVar[str] = "bad_item_number"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("“%(number)s” is not a valid parcel number.")

    number: str


def check_digit(serial: str) -> int:
    """The check digit of eight serial digits: 11 - (weighted sum mod 11), where 10 becomes 0 and 11 becomes 5."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(serial, _WEIGHTS, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest)


def item_number(service: str, serial: int, country: str) -> str:
    """The S10 number of a serial (0 to 99,999,999), e.g. item_number("RB", 12345678, "GB") == "RB123456785GB"."""
    digits = f"{serial:08d}"
    return check_number(f"{service}{digits}{check_digit(digits)}{country}")


def check_number(number: str) -> str:
    """The number itself when it is a well-formed S10 number. Raises BadItemNumber."""
    well_formed = _SHAPE.fullmatch(number) is not None and number[-2:] not in _RESERVED_COUNTRIES
    if not well_formed or check_digit(number[2:10]) != int(number[10]):
        raise BadItemNumber(number=number)
    return number
