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
