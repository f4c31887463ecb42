"""A rule of charge as compiled from a pack, immutable: what it is reckoned on, how, when, and why it may be believed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from logistics.landed_cost.base import Base
from logistics.landed_cost.charges import Collected, Kind
from logistics.landed_cost.conditions import Condition
from logistics.landed_cost.evidence import Evidence
from logistics.landed_cost.rate_table import RateTable
from logistics.landed_cost.rounding import Rounding

Per = Literal["hs6", "line", "parcel", "unit"]
Level = Literal["line", "consignment"]


@dataclass(frozen=True, slots=True)
class ByRate:
    """A rate on a base. With `grossed_up` the tax is part of its own base: base / (1 - r) * r (BR ICMS, CN consumption tax).

    `preference` holds lower rates for goods with a proof of preferential origin.
    """

    base: Base
    table: RateTable
    grossed_up: bool = False
    preference: RateTable | None = None


@dataclass(frozen=True, slots=True)
class Flat:
    """A fixed amount per distinct six-digit heading, per line, per piece or per parcel."""

    amount: Decimal
    currency: str
    per: Per


@dataclass(frozen=True, slots=True)
class Band:
    """Up to and including a base (None: any), a rate minus a fixed deduction, in the scale's currency."""

    up_to: Decimal | None
    rate: Decimal
    deduct: Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """A progressive rate on the whole consignment: the band its base falls into decides (BR 60 % minus USD 20)."""

    base: Base
    currency: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What happens to a finished amount: factor, deduction of other rules, floor, cap and waiver, in that order.

    `factor` is a discount on a statutory tax (CN 70 %); `net_of` are the parts of rules whose amounts are taken off (a cap
    net of the ordinary duty); floor, cap and `waived_up_to` are for the rule's total over the consignment.
    """

    factor: Decimal = Decimal(1)
    net_of: tuple[int, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    waived_up_to: Decimal | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One version of a rule. `part` is where its amount is kept per line, `part + 1` the amount before its factor."""

    rule_id: str
    kind: Kind
    authority: str
    shape: ByRate | Flat | Scale
    level: Level
    part: int
    evidence: Evidence
    rounding: Rounding
    title: str = ""
    limits: Limits = NO_LIMITS
    when: tuple[Condition, ...] = ()
    unless: tuple[int, ...] = ()
    collected: Collected | None = None
