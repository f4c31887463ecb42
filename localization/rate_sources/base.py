"""What a source of exchange rates is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from localization.money import UnknownCurrency, currency

ECB, PEG, MANUAL = "ecb", "peg", "manual"
RANKS = {PEG: 0, ECB: 1, MANUAL: 2}
"""Which publisher wins on one and the same day: a person over the central bank, the central bank over a peg."""


@dataclass(frozen=True, kw_only=True)
class PublishedRate:
    """What one euro buys of `currency` on `day`: said by `publisher`, read at `source` (address or document)."""

    currency: str
    day: date
    rate: Decimal
    publisher: str
    source: str


def is_iso_currency(code: str) -> bool:
    """Whether we know the code; a source leaves out one that we do not, so that a new one cannot close the others."""
    try:
        currency(code)
    except UnknownCurrency:
        return False
    return True


class RateSource(Protocol):
    """An adapter that answers with published rates."""

    def rates(self, *, since: date) -> Sequence[PublishedRate]:
        """Every rate published from `since` on that the source still knows, positive and in known currencies.

        Raises Unavailable (ask again), Refused (a clear no) or Misread (the answer is not understood: nothing of it counts).
        """
