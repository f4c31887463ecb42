"""The way a sandbox parcel goes: places, their local time, and the UPU events (EMSEVT) that happen there. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

_EU_CODES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK"
_EU = frozenset(_EU_CODES.split())


@dataclass(frozen=True)
class Place:
    """A post office somewhere: what a scan calls it, its country and the zone of its clock."""

    name: str
    country: str
    zone: str


@dataclass(frozen=True)
class Stop:
    """One event of a journey: code, place, and the carrier's remark."""

    code: str
    place: Place
    condition: str = ""

    def at(self, moment: float) -> dict[str, Any]:
        """The event as the carrier tells it when it happens at unix time `moment`."""
        local = datetime.fromtimestamp(moment, UTC).astimezone(ZoneInfo(self.place.zone))
        return {
            "code": self.code,
            "local_time": local.isoformat(timespec="milliseconds"),
            "place": self.place.name,
            "country": self.place.country,
            "condition": self.condition,
        }


# Offices of exchange and where they are: the international mail centres of the posts named.
_OFFICES = {
    "AE": Place("Dubai", "AE", "Asia/Dubai"),
    "AT": Place("Wien", "AT", "Europe/Vienna"),
    "AU": Place("Sydney SGF", "AU", "Australia/Sydney"),
    "BE": Place("Bruxelles", "BE", "Europe/Brussels"),
    "CN": Place("Shanghai Pudong", "CN", "Asia/Shanghai"),
    "DE": Place("Frankfurt IPZ", "DE", "Europe/Berlin"),
    "FR": Place("Paris Roissy CDG", "FR", "Europe/Paris"),
    "GB": Place("London Langley HWDC", "GB", "Europe/London"),
    "HK": Place("Hong Kong", "HK", "Asia/Hong_Kong"),
    "JP": Place("Tokyo Kawasaki", "JP", "Asia/Tokyo"),
    "LU": Place("Luxembourg", "LU", "Europe/Luxembourg"),
    "MC": Place("Paris Roissy CDG", "FR", "Europe/Paris"),
    "PT": Place("Lisboa", "PT", "Europe/Lisbon"),
    "US": Place("New York JFK ISC", "US", "America/New_York"),
}
_KANSAI = Place("Osaka Kansai", "JP", "Asia/Tokyo")
_GATES = {
    "shenzhen": _OFFICES["HK"],
    "深圳": _OFFICES["HK"],
    "kyoto": _KANSAI,
    "京都": _KANSAI,
    "osaka": _KANSAI,
}
"""Some towns send abroad through another office than their country's first."""


def journey(sender: Mapping[str, Any], recipient: Mapping[str, Any], faults: Sequence[str]) -> list[Stop]:
    """Every stop from posting to the door; customs only where a customs border is crossed.

    The faults "hold", "attempt_failed", "return" and "lost" make the journey end or pause as parcels sometimes do.
    """
    way_out = _GATES.get(str(sender.get("city", "")).casefold(), _office(sender["country"]))
    way_in = _office(recipient["country"])
    stops = [Stop("EMA", _town(sender)), *_between(sender, recipient, (way_out, way_in)), *_door(recipient)]
    return _disturbed(stops, _town(sender), faults)


def at_the_border(stops: Sequence[Stop]) -> int:
    """How many stops lead up to import customs: the parcel goes no further until customs lets it; all where there is none."""
    codes = [stop.code for stop in stops]
    return codes.index("EDB") + 1 if "EDB" in codes else len(codes)


def held_at(gate: Stop) -> Stop:
    """What is scanned when customs keeps a parcel at the border."""
    return Stop("EME", gate.place)


def turned_back(gate: Stop, sender: Mapping[str, Any]) -> list[Stop]:
    """The way of a parcel that import customs refused: back to its sender."""
    return [Stop("EDX", gate.place), Stop("EMH", gate.place, "return"), Stop("EMI", _town(sender), "return")]


def crosses_customs(sender: str, recipient: str) -> bool:
    """Whether goods between two countries are exported and imported."""
    return sender != recipient and not {sender, recipient} <= _EU


def _between(
    sender: Mapping[str, Any], recipient: Mapping[str, Any], offices: tuple[Place, Place]
) -> list[Stop]:
    way_out, way_in = offices
    if sender["country"] == recipient["country"]:
        return [Stop("EDD", way_in)]
    if not crosses_customs(sender["country"], recipient["country"]):
        return [Stop("EMB", way_out), Stop("EMC", way_out), Stop("EMD", way_in), Stop("EDD", way_in)]
    outwards = [Stop(code, way_out) for code in ("EMB", "EXA", "EXC", "EMC")]
    return [*outwards, *(Stop(code, way_in) for code in ("EMD", "EDB", "EDC", "EMF"))]


def _door(recipient: Mapping[str, Any]) -> list[Stop]:
    town = _town(recipient)
    return [Stop(code, town) for code in ("EMG", "EDG", "EMI")]


def _disturbed(stops: list[Stop], home: Place, faults: Sequence[str]) -> list[Stop]:
    codes = [stop.code for stop in stops]
    if "hold" in faults and "EDB" in codes:
        held = codes.index("EDB") + 1
        stops = [*stops[:held], Stop("EME", stops[held].place), *stops[held:]]
    if "attempt_failed" in faults:
        stops = [*stops[:-1], Stop("EMH", stops[-1].place), *stops[-2:]]
    if "lost" in faults:
        stops = [*stops[:-3], Stop("EDF", stops[-3].place, "lost")]
    if "return" in faults:
        stops = [*stops[:-1], Stop("EMH", stops[-1].place, "return"), Stop("EMI", home, "return")]
    return stops


def _office(country: str) -> Place:
    return _OFFICES.get(country, Place(country, country, "UTC"))


def _town(address: Mapping[str, Any]) -> Place:
    """Where somebody lives; in some countries an emirate, a prefecture or the country itself stands for the city."""
    country = str(address["country"])
    name = address.get("city") or address.get("region") or country
    return Place(str(name), country, _office(country).zone)
