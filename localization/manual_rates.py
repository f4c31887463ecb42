"""A rate that a person sets: a value that cannot exist when it is no rate."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization import clock
from localization.money import UnknownCurrency, currency
from localization.refusals import Refusal

_BASE = "EUR"
_SMALLEST, _LARGEST = Decimal("1e-10"), Decimal(10) ** 9


@dataclass(eq=False)
class BadRate(Refusal):
    """No rate of the euro: not positive, out of range, of an unknown currency or of a day to come."""

    code: ClassVar[str] = "bad_rate"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("%(rate)s is no exchange rate of %(currency)s for %(day)s.")

    currency: str
    rate: Decimal
    day: date


@dataclass(frozen=True, kw_only=True)
class ManualRate:
    """What one euro buys of `currency` on `day`, and who says so for which reason. Raises BadRate."""

    currency: str
    rate: Decimal
    day: date
    actor: str
    reason: str

    def __post_init__(self) -> None:
        sane = self.rate.is_finite() and _SMALLEST <= self.rate < _LARGEST
        if not sane or not _is_foreign(self.currency) or self.day > clock.today():
            raise BadRate(currency=self.currency, rate=self.rate, day=self.day)

    @property
    def source(self) -> str:
        """Where the rate comes from, for its row."""
        return f"{self.actor}: {self.reason}"[:200]


def _is_foreign(code: str) -> bool:
    try:
        return currency(code).code != _BASE
    except UnknownCurrency:
        return False
