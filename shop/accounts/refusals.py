"""Every typed "no" of accounts."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal


@dataclass(eq=False)
class AddressNotFound(Refusal):
    """No such address, or not yours: both look the same."""

    code: ClassVar[str] = "address_not_found"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no such address.")


@dataclass(eq=False)
class AddressBookFull(Refusal):
    """A book holds a limited number of addresses."""

    code: ClassVar[str] = "address_book_full"
    text: ClassVar[str | Promise] = _(
        "An address book holds at most %(most)s addresses. Please delete one first."
    )

    most: int


@dataclass(eq=False)
class WrongPassword(Refusal):
    """The password that was to confirm something is not the caller's."""

    code: ClassVar[str] = "wrong_password"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("This is not your password.")


@dataclass(eq=False)
class BadProfile(Refusal):
    """A name that cannot be written, or a language we do not speak."""

    code: ClassVar[str] = "bad_profile"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("Please check the name: at most 120 letters, on one line.")


@dataclass(eq=False)
class CardNumberAsName(Refusal):
    """The number of a payment card was typed where a name belongs; it is not kept."""

    code: ClassVar[str] = "card_number_as_name"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("This looks like a card number. We never ask for it here.")


@dataclass(eq=False)
class StaffStays(Refusal):
    """Members of staff act for the shop: an operator ends their access first."""

    code: ClassVar[str] = "staff_stays"
    text: ClassVar[str | Promise] = _("You work here: an operator has to end your access first.")
