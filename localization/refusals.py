"""The base of every typed "no": a refusal carries its facts and says itself in the reader's language."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(eq=False)
class Refusal(Exception):  # a refusal is an answer, not a fault
    """A business rule said no. Subclasses are `@dataclass(eq=False)` whose fields are the facts of the case.

    `code` is stable and machine-readable (RFC 9457 `type` in the API); `text` is translated, with %(field)s places;
    `status` is the HTTP status an edge answers with.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409
    text: ClassVar[str | Promise] = _("This is not possible.")

    @property
    def facts(self) -> dict[str, Any]:
        """The fields of this refusal by name, for the API's problem details."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return str(self.text) % self.facts
