"""Currencies that their central banks hold at a fixed number of units to the US dollar: rates of the euro follow.

Checked 2026-11-22 against general knowledge, not against the banks' pages (confidence: medium). A peg that ends gets no row
here any more; its currency is then closed for sale until a manual rate is set.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from localization.rate_sources.base import PEG, PublishedRate

_ANCHOR = "USD"
_DECIMALS = Decimal("1e-10")


@dataclass(frozen=True)
class Peg:
    """`per_dollar` units of `currency` to one US dollar since `since`, says `source`."""

    currency: str
    per_dollar: Decimal
    since: date
    source: str


PEGS = (
    Peg("AED", Decimal("3.6725"), date(1997, 11, 1), "Central Bank of the UAE, https://www.centralbank.ae"),
    Peg("SAR", Decimal("3.75"), date(1986, 6, 1), "Saudi Central Bank, https://www.sama.gov.sa"),
    Peg("QAR", Decimal("3.64"), date(2001, 7, 9), "Qatar Central Bank, https://www.qcb.gov.qa"),
    Peg("OMR", Decimal("0.3845"), date(1986, 1, 1), "Central Bank of Oman, https://cbo.gov.om"),
    Peg("BHD", Decimal("0.376"), date(2001, 1, 1), "Central Bank of Bahrain, https://www.cbb.gov.bh"),
    Peg("JOD", Decimal("0.709"), date(1995, 10, 23), "Central Bank of Jordan, https://www.cbj.gov.jo"),
)


def pegged(rates: Iterable[PublishedRate]) -> list[PublishedRate]:
    """The pegged currencies' rates for every dollar rate among `rates`, to ten decimals."""
    return [
        _following(rate, peg)
        for rate in rates
        if rate.currency == _ANCHOR
        for peg in PEGS
        if peg.since <= rate.day
    ]


def _following(dollar: PublishedRate, peg: Peg) -> PublishedRate:
    return PublishedRate(
        currency=peg.currency,
        day=dollar.day,
        rate=(dollar.rate * peg.per_dollar).quantize(_DECIMALS),
        publisher=PEG,
        source=f"{peg.per_dollar} to the US dollar since {peg.since}: {peg.source}",
    )
