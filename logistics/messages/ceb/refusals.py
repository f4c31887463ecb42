"""Why a message cannot be written: the field that customs would send it back for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

Problem = Literal["empty", "too_long", "unknown_code", "bad_text", "sum", "currency", "negative", "number"]

_TEXTS: Mapping[str, str | Promise] = {
    "empty": _("%(message)s: customs asks for “%(field)s”."),
    "too_long": _("%(message)s: “%(field)s” is longer than customs takes (%(detail)s)."),
    "unknown_code": _("%(message)s: Chinese customs has no code we know for “%(field)s” (%(detail)s)."),
    "bad_text": _("%(message)s: “%(field)s” has a character that no message may carry."),
    "sum": _("%(message)s: “%(field)s” is not what its parts add up to (%(detail)s)."),
    "currency": _("%(message)s: “%(field)s” is in another currency (%(detail)s)."),
    "negative": _("%(message)s: “%(field)s” is below zero (%(detail)s)."),
    "number": _("%(message)s: “%(field)s” is no such number (%(detail)s)."),
}


@dataclass(eq=False)
class BadMessage(Refusal):
    """The message named by `message` (like CEB311) cannot be filed because of `field`, an element of the schema.

    `detail` is a fact such as the longest length, a code or two amounts, never a name or a number of a person.
    """

    code: ClassVar[str] = "bad_customs_message"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("This customs message cannot be written.")

    message: str
    field: str
    problem: Problem
    detail: str = ""

    @property
    def sentence(self) -> str | Promise:
        """What customs would send the message back for."""
        return _TEXTS[self.problem]
