"""Measures as the UK tariff and TARIC publish them: a duty of some type, for an area, on some days."""

from collections.abc import Mapping
from dataclasses import dataclass

from logistics.landed_cost.packs import Fault
from logistics.official.duty import UNKNOWN, taric_rate
from logistics.official.records import Record
from logistics.official.tariff import EVERYWHERE, OfficialRate, OfficialTariff, Reading, day, goods_code

_THIRD_COUNTRY = "103"
_PREFERENCES = ("106", "142")
_ERGA_OMNES = "1011"
# Types of measures (TARIC): what they are called where they are left out.
_OTHER: Mapping[str, str] = {
    "105": "duty under authorised use",
    "112": "autonomous suspension",
    "115": "suspension under authorised use",
    "117": "suspension for ships and platforms",
    "122": "non-preferential quota",
    "123": "non-preferential quota under authorised use",
    "141": "preferential suspension",
    "143": "preferential quota",
    "145": "preference under authorised use",
    "146": "preferential quota under authorised use",
    "551": "provisional anti-dumping duty",
    "552": "anti-dumping duty",
    "553": "provisional countervailing duty",
    "554": "countervailing duty",
    "695": "additional duty",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a file; `excluded` are areas it does not hold for, `hs` the code as printed."""

    record: Record
    excluded: tuple[str, ...] = ()

    def read_into(self, tariff: OfficialTariff, reading: Reading) -> None:
        """Add its rate to the tariff, or what is wrong with it, or why it is left out."""
        kind = self.record["type"]
        if kind != _THIRD_COUNTRY and kind not in _PREFERENCES:
            tariff.left_out[_OTHER.get(kind, f"measures of type {kind}")] += 1
        elif self.record["quota"]:
            tariff.left_out["measures within a quota"] += 1
        else:
            self._read_duty(tariff, reading)

    def _read_duty(self, tariff: OfficialTariff, reading: Reading) -> None:
        hs = goods_code(self.record["code"])
        since = day(self.record["since"])
        until = day(self.record["until"]) if self.record["until"] else None
        faults = {
            "code": "a commodity code of ten digits" if hs is None else "",
            "since": "a day like 2026-07-01 or 01-07-2026" if since is None else "",
            "until": "a day like 2026-07-01, or nothing," if self.record["until"] and until is None else "",
        }
        tariff.faults += [self._fault(name, expected) for name, expected in faults.items() if expected]
        if hs is None or since is None:
            return
        if until is not None and until < reading.dated:
            tariff.left_out["measures that ended"] += 1
        else:
            rate = OfficialRate(
                at=self.record.at, hs=hs, rate=UNKNOWN, origins=EVERYWHERE, since=since, until=until
            )
            self._place(rate, tariff, reading)

    def _place(self, rate: OfficialRate, tariff: OfficialTariff, reading: Reading) -> None:
        """A duty for all goes to the rates, one for an area to those of its countries, a preference to the preferences."""
        area = self.record["area"]
        general = self.record["type"] == _THIRD_COUNTRY
        origins = EVERYWHERE if area == _ERGA_OMNES else reading.members(area, without=self.excluded)
        if origins is None or (not origins and area != _ERGA_OMNES):
            tariff.left_out[f"measures for the country group {area}, whose members were not given"] += 1
            return
        words = "" if self.record["additional"] else taric_rate(self.record["duty"])
        understood = words not in ("", UNKNOWN)
        if not understood and not general:
            tariff.left_out["preferences whose rate was not understood"] += 1
            return
        if not understood:
            self._unread(rate, tariff)
        placed = OfficialRate(
            at=rate.at,
            hs=rate.hs,
            rate=words if understood else UNKNOWN,
            origins=origins,
            since=rate.since,
            until=rate.until,
        )
        (tariff.rates if general else tariff.preferences).append(placed)

    def _unread(self, rate: OfficialRate, tariff: OfficialTariff) -> None:
        extra = self.record["additional"]
        why = f" (additional code {extra})" if extra else ""
        message = f"{rate.hs}: rate not understood: “{self.record['duty']}”{why}"
        tariff.unread.append(Fault(rate.at, self.record.column("duty"), message))

    def _fault(self, name: str, expected: str) -> Fault:
        message = f"{expected} expected, not “{self.record[name]}”"
        return Fault(self.record.at, self.record.column(name), message)
