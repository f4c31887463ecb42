"""The engine's typed "no": what is missing or out of bounds, and for which line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal

Reason = Literal[
    "missing_hs_code",
    "missing_origin",
    "missing_weight",
    "missing_volume",
    "missing_alcohol",
    "ambiguous_hs_code",
    "no_rate",
    "no_pack",
    "pack_expired",
    "over_limit",
]

_TEXTS: Mapping[str, str | Promise] = {
    "missing_hs_code": _("Line %(line_id)s: hs_code needs a tariff code of six to ten digits."),
    "missing_origin": _("Line %(line_id)s: origin needs the two-letter code of a country."),
    "missing_weight": _("Line %(line_id)s: weight_grams needs a weight above zero."),
    "missing_volume": _("Line %(line_id)s: volume_ml needs the volume that excise is measured on."),
    "missing_alcohol": _(
        "Line %(line_id)s: alcohol_percent needs the alcohol content that excise is measured on."
    ),
    "ambiguous_hs_code": _(
        "Line %(line_id)s: hs_code was split in a later edition of the Harmonized System (%(detail)s)."
    ),
    "no_rate": _(
        "We cannot quote this: the tariff has no rate for it (%(detail)s). Please choose other goods or write to us."
    ),
    "no_pack": _("We cannot quote this destination: we hold no tariff for it on that day (%(detail)s)."),
    "pack_expired": _("We cannot quote this destination: its tariff has to be renewed first (%(detail)s)."),
    "over_limit": _(
        "The destination does not let this parcel in (%(detail)s). Fewer or other goods may pass."
    ),
}


@dataclass(eq=False)
class CannotQuote(Refusal):
    """No landed cost can be given: never zero instead.

    `reason` is one of Reason; `line_id` is empty when the whole consignment is meant; `detail` is a fact without words of
    its own (a pack, a table, a day), or the words a pack gives for a refusal, in English, which its readers get translated.
    """

    code: ClassVar[str] = "cannot_quote"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("We cannot quote this (%(detail)s).")

    reason: Reason
    line_id: str = ""
    detail: str = ""

    @property
    def sentence(self) -> str | Promise:
        """What is missing or out of bounds."""
        return _TEXTS[self.reason]

    def said(self, value: Any) -> Any:
        """A fact in the active language, the words of a pack included."""
        return gettext(value) if value and value == self.detail else super().said(value)
