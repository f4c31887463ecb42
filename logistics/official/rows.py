"""From official rates to the rows of a pack's table: one rate a day, six digits where the tariff has no more to say."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from logistics.landed_cost.packs import Fault
from logistics.official.duty import UNKNOWN
from logistics.official.tariff import EVERYWHERE, OfficialRate

_INTERNATIONAL = 6
_ONE_DAY = timedelta(days=1)


def table_rows(rates: Iterable[OfficialRate], unread: list[Fault]) -> list[OfficialRate]:
    """The rows of a table; a code with two rates on one day becomes UNKNOWN and is added to `unread`."""
    ordered = sorted(rates, key=lambda one: (one.hs, sorted(one.origins), one.since, one.rate))
    kept = [
        row
        for _, same in groupby(ordered, key=lambda one: (one.hs, one.origins))
        for row in _one_at_a_time(list(same), unread)
    ]
    return sorted(_merged(kept), key=lambda one: (one.hs, sorted(one.origins), one.since))


def _one_at_a_time(versions: list[OfficialRate], unread: list[Fault]) -> Iterator[OfficialRate]:
    """Versions that follow one another without overlap and gap; from a gap on the code is refused."""
    before, *later = versions
    for version in later:
        if before.until is None or version.since <= before.until:
            before = _both(before, version, unread)
            continue
        yield before
        next_day = before.until + _ONE_DAY
        if next_day < version.since:
            yield replace(before, rate=UNKNOWN, since=next_day, until=version.since - _ONE_DAY)
        before = version
    yield before


def _both(one: OfficialRate, other: OfficialRate, unread: list[Fault]) -> OfficialRate:
    """One row for two that overlap: their rate when they agree, UNKNOWN when they do not."""
    rate = one.rate
    if one.rate != other.rate:
        message = f"{one.hs}: {one.rate} and {other.rate} ({other.at}) on the same day"
        unread.append(Fault(one.at, "", message))
        rate = UNKNOWN
    until = None if one.until is None or other.until is None else max(one.until, other.until)
    return replace(one, rate=rate, until=until)


def _merged(rows: list[OfficialRate]) -> Iterator[OfficialRate]:
    """National codes of a subheading with one single rate, said of the subheading: shops often know six digits only.

    Not where a heading above has a rate of its own, which holds for national codes that are not listed.
    """
    codes = {row.hs for row in rows}
    for six, group in groupby(sorted(rows, key=lambda one: one.hs), key=lambda one: one.hs[:_INTERNATIONAL]):
        some = list(group)
        if len(six) < _INTERNATIONAL or codes & {six[:2], six[:4]}:
            yield from some
        else:
            yield from _as_subheading(six, some)


def _as_subheading(six: str, rows: list[OfficialRate]) -> Iterator[OfficialRate]:
    by_origins: dict[frozenset[str], list[OfficialRate]] = {}
    for row in rows:
        by_origins.setdefault(row.origins, []).append(row)
    single = {origins for origins, some in by_origins.items() if _alike(some)}
    # A longer code wins over a named origin, so beside a rate for all either every origin moves up or none.
    moved = single if EVERYWHERE not in by_origins or len(single) == len(by_origins) else set()
    for origins, some in by_origins.items():
        if origins in moved:
            yield replace(some[0], hs=six, since=max(one.since for one in some))
        else:
            yield from some


def _alike(rows: list[OfficialRate]) -> bool:
    return rows[0].rate != UNKNOWN and len({(row.rate, row.until) for row in rows}) == 1
