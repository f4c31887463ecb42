"""The pure rule of restrictions in a sale: what stops it, which services are left, and what its buyer is told."""

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from catalog.values import VariantFacts
from localization.places import Territory, territory_of
from logistics.landed_cost.notice import Notice
from logistics.restrictions import Found, Goods, Way
from logistics.values import FreightOption, Mode
from orders.quoting import Rules, WantedLine
from orders.refusals import Restricted


def way_of(facts: VariantFacts, *, to: Territory, region: str = "") -> Way:
    """The way from a variant's warehouse, by a service that is not chosen yet."""
    return Way(ship_from=facts.ship_from, destination=to, region=region)


def refusal_of(line: WantedLine, *, to: Territory, rules: Rules) -> Restricted | None:
    """Why no service at all may carry this line there, None where one may."""
    ways = [replace(way_of(line.facts, to=to), mode=mode) for mode in get_args(Mode)]
    stops = [_stop((line,), way, rules) for way in ways]
    return None if None in stops else stops[0]


def refused_everywhere(line: WantedLine, *, rules: Rules) -> Restricted | None:
    """Why the line may go to no country of the market, None where it may go to one."""
    stops = [refusal_of(line, to=territory_of(country), rules=rules) for country in rules.market.countries]
    return None if None in stops else stops[0]


def unrestricted(
    lines: tuple[WantedLine, ...], options: Iterable[FreightOption], *, way: Way, rules: Rules
) -> list[FreightOption]:
    """The services that may carry these lines together. Raises Restricted when there are some and none may."""
    offered = list(options)
    stops = {one.code: _stop(lines, _by(way, one), rules) for one in offered}
    left = [one for one in offered if stops[one.code] is None]
    refused = next((stop for stop in stops.values() if stop), None)
    if refused and not left:
        raise refused
    return left


def notices(
    lines: tuple[WantedLine, ...], option: FreightOption, *, way: Way, rules: Rules
) -> tuple[Notice, ...]:
    """What the buyer is told of these lines by this service; what only a colleague should look at is left out."""
    found = _found(lines, _by(way, option), rules)
    return tuple(dict.fromkeys(Notice(one.rule.reason) for one in found if one.rule.kind == "warn"))


def _by(way: Way, option: FreightOption) -> Way:
    return replace(way, mode=option.mode, carrier=option.carrier)


def _stop(lines: tuple[WantedLine, ...], way: Way, rules: Rules) -> Restricted | None:
    titles = {str(line.facts.variant_id): line.facts for line in lines}
    for one in _found(lines, way, rules):
        if one.stops:
            facts = titles.get(one.line_id)
            return Restricted(
                sku=facts.sku if facts else "",
                title=facts.title if facts else "",
                rule=one.rule.rule_id,
                kind=one.rule.kind,
                reason=one.rule.reason,
            )
    return None


def _found(lines: tuple[WantedLine, ...], way: Way, rules: Rules) -> tuple[Found, ...]:
    return rules.restrictions.find((_goods(line.facts) for line in lines), way, rules.on)


def _goods(facts: VariantFacts) -> Goods:
    return Goods(
        line_id=str(facts.variant_id), hs_code=facts.hs_code, origin=facts.origin, battery=facts.battery
    )
