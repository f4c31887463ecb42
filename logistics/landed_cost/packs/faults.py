"""What is wrong with a tariff pack, each fault with file, line and field."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: `at` is "file:line", `field` a path like rules[2].rate, `message` says what was expected."""

    at: str
    field: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.at, self.field, self.message) if part)


@dataclass(eq=False)
class BadPack(Refusal):
    """The pack cannot be used; nothing was loaded."""

    code: ClassVar[str] = "bad_pack"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The tariff pack has faults:\n%(listing)s")

    faults: tuple[Fault, ...]

    @property
    def facts(self) -> dict[str, Any]:
        """The faults, also as lines of text."""
        return {"faults": self.faults, "listing": "\n".join(str(fault) for fault in self.faults)}
