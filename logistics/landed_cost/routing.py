"""Sends a consignment, or each of its lines, to the first scheme whose conditions hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from logistics.landed_cost.conditions import BuyerParcelsAtMost, BuyerSpentIs, Condition, Goods
from logistics.landed_cost.facts import Facts
from logistics.landed_cost.notice import Notice
from logistics.landed_cost.pack import Pack, Scheme
from logistics.landed_cost.refusals import CannotQuote

YEAR_UNKNOWN = Notice(
    gettext_noop("What the buyer already bought this year is not known: counted as nothing.")
)
DAY_UNKNOWN = Notice(
    gettext_noop("Whether the buyer gets other parcels on the same day is not known: counted as none.")
)
PARCELS_UNKNOWN = Notice(
    gettext_noop("How many relieved parcels the buyer already had is not known: counted as none.")
)
_CLOSED = gettext_noop("Line %(line)s (%(hs_code)s, %(goods)s) closes %(scheme)s to this parcel.")


@dataclass(frozen=True, slots=True)
class Routed:
    """A scheme, the lines it takes, and why a scheme before it was closed to them."""

    scheme: Scheme
    positions: tuple[int, ...]
    warnings: tuple[Notice, ...]


def route(pack: Pack, facts: Facts) -> list[Routed]:
    """The schemes that take the lines; one for all of them unless the pack routes line by line.

    Raises CannotQuote: no scheme fits (no_rate), or the one that fits refuses (e.g. over_limit).
    """
    everything = tuple(range(len(facts.lines)))
    if pack.route == "consignment":
        return [_first(pack, facts, everything)]
    taken: dict[str, Routed] = {}
    for position in everything:
        one = _first(pack, facts, (position,))
        before = taken.get(one.scheme.scheme_id)
        taken[one.scheme.scheme_id] = one if before is None else _together(before, one)
    return list(taken.values())


def _together(first: Routed, second: Routed) -> Routed:
    warnings = tuple(dict.fromkeys((*first.warnings, *second.warnings)))
    return Routed(first.scheme, (*first.positions, *second.positions), warnings)


def _first(pack: Pack, facts: Facts, which: tuple[int, ...]) -> Routed:
    closed: list[Notice] = []
    for scheme in pack.schemes:
        if not scheme.evidence.period.covers(facts.consignment.on):
            continue
        stopped_by = _first_failing(scheme, facts, which)
        if stopped_by is None:
            return _accept(scheme, facts, which, closed)
        if isinstance(stopped_by, Goods):  # compiled last: everything else holds
            closed.extend(_why_closed(scheme, stopped_by, facts, which))
    line_id = facts.lines[which[0]].line_id if pack.route == "line" else ""
    raise CannotQuote(reason="no_rate", line_id=line_id, detail=pack.code)


def _first_failing(scheme: Scheme, facts: Facts, which: tuple[int, ...]) -> Condition | None:
    for condition in scheme.when:
        if not condition.holds(facts, which):
            return condition
    return None


def _accept(scheme: Scheme, facts: Facts, which: tuple[int, ...], closed: list[Notice]) -> Routed:
    if scheme.refuses is not None:
        line_id = facts.lines[which[0]].line_id if len(which) == 1 else ""
        raise CannotQuote(reason=scheme.refuses, line_id=line_id, detail=scheme.detail)
    return Routed(scheme, which, (*scheme.warnings, *closed, *_unknown(scheme, facts)))


def _unknown(scheme: Scheme, facts: Facts) -> Iterator[Notice]:
    for condition in scheme.when:
        if isinstance(condition, BuyerParcelsAtMost) and not condition.known(facts):
            yield PARCELS_UNKNOWN
        elif isinstance(condition, BuyerSpentIs) and not condition.known(facts):
            yield YEAR_UNKNOWN if condition.period == "year" else DAY_UNKNOWN


def _why_closed(scheme: Scheme, goods: Goods, facts: Facts, which: tuple[int, ...]) -> list[Notice]:
    lines = [facts.lines[position] for position in which]
    guilty = [line for line in lines if not goods.admits(line, facts)]
    return [
        Notice(
            _CLOSED,
            (
                ("line", line.line_id),
                ("hs_code", line.hs_code),
                ("goods", goods.name),
                ("scheme", scheme.scheme_id),
            ),
        )
        for line in guilty
    ]
