"""The timeline of a parcel: scans in any order become one sorted story that never runs backwards. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from logistics.states import JOURNEY, MOVES, ShipmentState
from logistics.values import TimelineEntry

S = ShipmentState

# UPU EMSEVT events (UPU standard M40, codes as published by several posts) and what each means to a buyer.
_MEANING: dict[str, tuple[ShipmentState, str | Promise]] = {
    "EMA": (S.HANDED_OVER, _("Posted")),
    "EMB": (S.HANDED_OVER, _("Arrived at the export office")),
    "EXA": (S.EXPORT_CUSTOMS, _("Shown to export customs")),
    "EXB": (S.EXPORT_CUSTOMS, _("Held by export customs")),
    "EXC": (S.EXPORT_CUSTOMS, _("Released by export customs")),
    "EXD": (S.EXPORT_CUSTOMS, _("Waiting at the export office")),
    "EXX": (S.RETURNING, _("Export was called off")),
    "EMC": (S.IN_TRANSIT, _("Left the country")),
    "EMJ": (S.IN_TRANSIT, _("Arrived at a transit office")),
    "EMK": (S.IN_TRANSIT, _("Left the transit office")),
    "EMD": (S.ARRIVED, _("Arrived in the country of destination")),
    "EDA": (S.CUSTOMS_HOLD, _("Waiting at the import office")),
    "EDB": (S.IMPORT_CUSTOMS, _("Shown to import customs")),
    "EME": (S.CUSTOMS_HOLD, _("Held by import customs")),
    "EDX": (S.CUSTOMS_HOLD, _("Import was refused")),
    "EDC": (S.CUSTOMS_RELEASED, _("Released by import customs")),
    "EMF": (S.CUSTOMS_RELEASED, _("Left the import office")),
    "EDD": (S.AT_DEPOT, _("Arrived at the sorting centre")),
    "EDE": (S.AT_DEPOT, _("Left the sorting centre")),
    "EMG": (S.AT_DEPOT, _("Arrived at the delivery office")),
    "EDF": (S.AT_DEPOT, _("Waiting at the delivery office")),
    "EDG": (S.OUT_FOR_DELIVERY, _("Out for delivery")),
    "EDH": (S.AVAILABLE_FOR_PICKUP, _("Ready to collect")),
    "EMH": (S.ATTEMPT_FAILED, _("Delivery was tried, nobody was there")),
    "EMI": (S.DELIVERED, _("Delivered")),
}
_ON_CONDITION: dict[tuple[str, str], tuple[ShipmentState, str | Promise]] = {
    ("EMH", "return"): (S.RETURNING, _("On its way back to the sender")),
    ("EMI", "return"): (S.RETURNED, _("Back at the sender")),
}
_LOST: tuple[ShipmentState, str | Promise] = (S.LOST, _("The carrier cannot find the parcel"))

_CLOCK_SKEW = timedelta(minutes=10)
_RANK = {state: rank for rank, state in enumerate((*JOURNEY, S.RETURNING, S.RETURNED, S.LOST))}


@dataclass(frozen=True, kw_only=True)
class Scan:
    """One event as a carrier tells it; `local_time` is its own text, best ISO 8601 with the offset of the place."""

    event_id: str
    number: str
    code: str
    local_time: str
    place: str
    country: str
    condition: str
    raw: str


@dataclass(frozen=True, kw_only=True)
class HeardScan:
    """A scan and when we heard of it: what is dated later than that did not happen yet."""

    scan: Scan
    received_at: datetime


def timeline(heard: Iterable[HeardScan], *, since: datetime) -> tuple[TimelineEntry, ...]:
    """The shown entries, oldest first, each once, whatever the order and number of copies they came in.

    Left out: unknown codes, times without a zone, before `since` (the parcel did not exist) or after we heard of
    them (ten minutes of clock skew allowed), and scans that would run backwards, such as one after delivery.
    """
    status, delivered, shown = "", False, []
    for entry in sorted(_entries(heard, since), key=_order):
        if not status or entry.status == status or _goes_on(status, entry.status, delivered=delivered):
            status = entry.status
            delivered = delivered or status == S.DELIVERED
            shown.append(entry)
    return tuple(shown)


def _goes_on(status: str, to: str, *, delivered: bool) -> bool:
    """A return that was lost and found is still a return: the way to the buyer is not travelled twice."""
    return to in MOVES[S(status)] and not (delivered and to in JOURNEY)


def event_label(code: str, condition: str = "") -> str:
    """What an event means, in the reader's language; the code itself where we do not know it."""
    known = _known(code, condition)
    return str(known[1]) if known else code


def current_status(heard: Iterable[HeardScan], *, since: datetime) -> str:
    """The state the latest shown scan puts the parcel in; "" while there is none."""
    entries = timeline(heard, since=since)
    return entries[-1].status if entries else ""


def _entries(heard: Iterable[HeardScan], since: datetime) -> Collection[TimelineEntry]:
    once: dict[tuple[Any, ...], TimelineEntry] = {}
    for one in heard:
        moment = _moment(one.scan.local_time)
        meaning = _known(one.scan.code, one.scan.condition)
        if moment and meaning and since <= moment <= one.received_at + _CLOCK_SKEW:
            entry = _entry(one.scan, moment, meaning)
            once[_order(entry)] = entry
    return once.values()


def _entry(scan: Scan, moment: datetime, meaning: tuple[ShipmentState, str | Promise]) -> TimelineEntry:
    status, description = meaning
    return TimelineEntry(
        status=status.value,
        code=scan.code,
        at=moment,
        place=scan.place,
        country=scan.country,
        description=description,
    )


def _order(entry: TimelineEntry) -> tuple[datetime, int, str, str, str]:
    return entry.at.astimezone(UTC), _RANK[S(entry.status)], entry.code, entry.place, entry.country


def _known(code: str, condition: str) -> tuple[ShipmentState, str | Promise] | None:
    if condition == "lost":
        return _LOST
    return _ON_CONDITION.get((code, condition)) or _MEANING.get(code)


def _moment(text: str) -> datetime | None:
    """The aware moment of an ISO 8601 text; a time without a zone could be any of 26 hours and is none."""
    try:
        moment = datetime.fromisoformat(text)
        moment.astimezone(UTC)  # a year too close to the ends of time overflows here, not in a comparison
    except (ValueError, OverflowError):
        return None
    return moment if moment.utcoffset() is not None else None
