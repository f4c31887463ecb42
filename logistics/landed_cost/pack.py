"""A compiled tariff pack: the schemes of a destination in the order they are tried, ready to be applied."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from logistics.landed_cost.charges import Collected, Confidence
from logistics.landed_cost.conditions import Condition
from logistics.landed_cost.evidence import Evidence
from logistics.landed_cost.notice import Notice
from logistics.landed_cost.refusals import Reason
from logistics.landed_cost.rule import Rule


@dataclass(frozen=True, slots=True)
class Waiver:
    """The charges of these rules are not collected when together they come to no more than `up_to` (pack's currency)."""

    rules: frozenset[str]
    up_to: Decimal


RefundWay = Literal["full", "claim", "none"]
"""Given back by a later return or correction of ours, given back by the authority when asked with proof, or kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundTerms:
    """What becomes of duty and tax when goods go back; after `within_days` of release, both are kept (None: no such limit)."""

    duty: RefundWay
    tax: RefundWay
    source: str
    confidence: Confidence
    within_days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One way goods may enter. A scheme with `refuses` answers CannotQuote of that reason instead of charges.

    `title` is its name in English; `refund` says what becomes of duty and tax when goods go back, None where the pack does not.
    `parts` is how many amounts a line carries while this scheme's rules are applied (see `base.PARTS`).
    """

    scheme_id: str
    title: str = ""
    evidence: Evidence
    collected: Collected
    when: tuple[Condition, ...]
    rules: tuple[Rule, ...]
    parts: int
    waivers: tuple[Waiver, ...] = ()
    refuses: Reason | None = None
    detail: str = ""
    warnings: tuple[Notice, ...] = ()
    refund: RefundTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The tariff of some territories. `route` says whether a parcel is routed whole or each line on its own."""

    code: str
    version: str
    currency: str
    begins: date
    expires: date | None
    route: Literal["consignment", "line"]
    schemes: tuple[Scheme, ...]
