"""The base of every typed "no": a refusal carries its facts and says itself in the reader's language."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.formats import format_list, format_money
from localization.languages import active


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

    @property
    def sentence(self) -> str | Promise:
        """The text that fits these facts; a refusal with more than one overrides it."""
        return self.text

    def said(self, value: Any) -> Any:
        """A fact as the sentence writes it in the active language: money, the name of a state, a list of words."""
        if isinstance(value, Money):
            return format_money(value, active().code)
        if isinstance(value, models.Choices):
            return value.label
        if isinstance(value, tuple | list):
            return format_list([str(self.said(item)) for item in value], active().code)
        return value

    def __str__(self) -> str:
        return str(self.sentence) % {name: self.said(value) for name, value in self.facts.items()}


@dataclass(eq=False)
class KeyReused(Refusal):
    """The idempotency key stands for another request already, or cannot be one."""

    code: ClassVar[str] = "key_reused"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _(
        "This request was sent before with other contents. Load the page again, or send another idempotency key."
    )

    key: str
