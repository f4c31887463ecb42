"""The tax registrations in force on a day: which simplified schemes may be used, and under which numbers."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from django.conf import settings

from localization.remembered import Remembered
from localization.sealed import unseal
from logistics.models import Registration

PURPOSE = "logistics.registration"
_Book: TypeAlias = Mapping[str, tuple[Registration, ...]]


def registered_on(day: date, holder: str = "") -> frozenset[str]:
    """The codes of the schemes that the shop, or with it a merchant (by code), is registered for. No query when warm."""
    rows = _in_force(day, holder)
    return frozenset(rows) if rows is not None else frozenset(_seed())


def registered_by_holder(day: date) -> Mapping[str, frozenset[str]]:
    """What `registered_on` says, for the shop ("") and for every merchant with a registration of their own."""
    holders = {"", *REGISTRATIONS.get("all")}
    return {holder: registered_on(day, holder) for holder in holders}


def registrations_on(day: date, holder: str = "") -> Mapping[str, str]:
    """The numbers in clear by code, for carrier and customs alone: the shop's, and a merchant's own where it has none.

    While no record was ever made, settings.REGISTRATIONS speaks. Raises CannotUnseal.
    """
    rows = _in_force(day, holder)
    if rows is None:
        return _seed()
    return {code: unseal(row.number, purpose=PURPOSE) for code, row in rows.items()}


def _in_force(day: date, holder: str) -> Mapping[str, Registration] | None:
    """The registrations by code, or None while there is no record at all."""
    book = REGISTRATIONS.get("all")
    if not book:
        return None
    rows = [row for name in dict.fromkeys((holder, "")) for row in book.get(name, ()) if row.holds_on(day)]
    return {row.code: row for row in rows}


def _seed() -> Mapping[str, str]:
    numbers: Mapping[str, str] = settings.REGISTRATIONS
    return numbers


def _load(_: str) -> _Book:
    book: dict[str, tuple[Registration, ...]] = {}
    for row in Registration.objects.order_by("pk"):
        book[row.holder] = (*book.get(row.holder, ()), row)
    return book


REGISTRATIONS: Remembered[str, _Book] = Remembered("registrations", _load)
