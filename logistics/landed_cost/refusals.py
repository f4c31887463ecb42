"""The engine's typed "no": what is missing or out of bounds, and for which line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

Reason = Literal[
    "missing_hs_code",
    "missing_origin",
    "missing_weight",
    "no_rate",
    "no_pack",
    "pack_expired",
    "over_limit",
]

_TEXTS: Mapping[str, str | Promise] = {
    "missing_hs_code": _("Line %(line_id)s has no usable tariff code (HS, six to ten digits)."),
    "missing_origin": _("Line %(line_id)s has no country of origin."),
    "missing_weight": _("Line %(line_id)s has no weight."),
    "no_rate": _("We cannot quote this: no rate is known (%(detail)s)."),
    "no_pack": _("We cannot quote this destination: no tariff is loaded (%(detail)s)."),
    "pack_expired": _("We cannot quote this destination today: its tariff needs to be renewed (%(detail)s)."),
    "over_limit": _("This order is over a limit of its destination (%(detail)s)."),
}


@dataclass(eq=False)
class CannotQuote(Refusal):
    """No landed cost can be given: never zero instead.

    `reason` is one of Reason; `line_id` is empty when the whole consignment is meant; `detail` is a fact in English.
    """

    code: ClassVar[str] = "cannot_quote"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("We cannot quote this (%(detail)s).")

    reason: Reason
    line_id: str = ""
    detail: str = ""

    def __str__(self) -> str:
        return str(_TEXTS.get(self.reason, self.text)) % self.facts
