"""One rule of restriction, the book of them, and what they find on the goods of a parcel and its way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from localization.places import Territory
from logistics.landed_cost.evidence import Evidence

Kind = Literal["banned", "licence", "warn", "review"]
"""`banned` and `licence` stop a sale, `warn` tells the buyer, `review` asks a colleague to look and tells no buyer."""
Battery = Literal["none", "contained", "packed_with", "standalone"]
BATTERIES: tuple[Battery, ...] = get_args(Battery)
STOPS: frozenset[Kind] = frozenset({"banned", "licence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """One kind of goods in a parcel, as a restriction looks at it."""

    line_id: str
    hs_code: str
    origin: str
    battery: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where from, where to (with the subdivision, if it is known), and by whom; empty mode and carrier are not chosen yet."""

    ship_from: str
    destination: Territory
    region: str = ""
    mode: str = ""
    carrier: str = ""

    @property
    def places(self) -> frozenset[str]:
        """Every name the destination answers to: territory, country, union, subdivision."""
        to = self.destination
        names = {to.code, to.country, to.customs_area}
        return frozenset(names | ({f"{to.country}-{self.region}"} if self.region else set()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """A rule: about which goods, on which way. An empty set of anything means all of them.

    `prefixes` are of tariff codes; `destinations` and `not_to` hold territories, countries, customs unions or
    subdivisions like UA-43. A rule with neither prefixes nor batteries is about the whole parcel.
    """

    rule_id: str
    kind: Kind
    reason: str
    evidence: Evidence
    prefixes: tuple[str, ...] = ()
    batteries: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    ship_from: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    not_to: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
    crossing: bool = False

    @property
    def about_goods(self) -> bool:
        """Whether the rule is about some goods and not about the way alone."""
        return bool(self.prefixes or self.batteries or self.origins)

    def concerns(self, way: Way, on: date) -> bool:
        """Whether the rule holds on this way, on this day."""
        places = way.places
        return (
            self.evidence.period.covers(on)
            and (not self.destinations or bool(self.destinations & places))
            and not self.not_to & places
            and (not self.ship_from or way.ship_from in self.ship_from)
            and (not self.modes or way.mode in self.modes)
            and (not self.carriers or way.carrier in self.carriers)
            and not (self.crossing and way.ship_from in places)
        )

    def covers(self, goods: Goods) -> bool:
        """Whether these goods are of the kind the rule is about. Goods without a tariff code are of no prefix."""
        return (
            (not self.prefixes or goods.hs_code.startswith(self.prefixes))
            and (not self.batteries or goods.battery in self.batteries)
            and (not self.origins or goods.origin in self.origins)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that holds for a line, or with an empty `line_id` for the whole parcel."""

    rule: Restriction
    line_id: str = ""

    @property
    def stops(self) -> bool:
        """Whether the goods cannot be sold this way."""
        return self.rule.kind in STOPS

    def to_json(self) -> dict[str, Any]:
        """The rule as plain JSON values; `line` is null for the whole parcel, `reason` is English."""
        evidence = self.rule.evidence
        return {
            "rule": self.rule.rule_id,
            "kind": self.rule.kind,
            "line": self.line_id or None,
            "stops": self.stops,
            "reason": self.rule.reason,
            "source": evidence.source,
            "confidence": evidence.confidence,
            "effective_from": evidence.period.first.isoformat(),
            "effective_to": evidence.period.last.isoformat() if evidence.period.last else None,
        }


@dataclass(frozen=True, slots=True)
class RestrictionBook:
    """The rules in force, in the order they were written."""

    rules: tuple[Restriction, ...] = ()
    version: str = ""

    def find(self, goods: Iterable[Goods], way: Way, on: date) -> tuple[Found, ...]:
        """Every rule that holds: those of the whole parcel first, then line by line; stopping ones before others."""
        lines = tuple(goods)
        rules = [rule for rule in self.rules if rule.concerns(way, on)]
        found = [Found(rule) for rule in rules if not rule.about_goods]
        found += [
            Found(rule, line.line_id)
            for line in lines
            for rule in rules
            if rule.about_goods and rule.covers(line)
        ]
        return tuple(sorted(found, key=lambda one: not one.stops))
