"""Why a figure may be believed: its source, its days and how sure we are."""

from dataclasses import dataclass
from datetime import date

from logistics.landed_cost.charges import Confidence


@dataclass(frozen=True, slots=True)
class Period:
    """The days a rule is in force, both ends included; `last` None means until further notice."""

    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the rule is in force on that day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The source of a rule or a rate, the days it holds, its confidence and what is still to verify."""

    source: str
    period: Period
    confidence: Confidence
    note: str = ""
