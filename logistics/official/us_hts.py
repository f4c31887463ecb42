"""The Harmonized Tariff Schedule of the United States as the USITC exports it, as JSON or as CSV.

CSV columns: HTS Number, Indent, Description, Unit of Quantity, General Rate of Duty, Special Rate of Duty, Column 2 Rate of
Duty, Quota Quantity, Additional Duties. JSON: a list of records with htsno, indent, description, units, general, special,
other, footnotes, quotaQuantity, additionalDuties. Statistical lines of ten digits bear no rate of their own: they have that
of the eight digits above them, which the longest prefix finds. Chapters 98 and 99 are no goods and are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from logistics.landed_cost.packs import Fault
from logistics.official.duty import UNKNOWN, us_rate
from logistics.official.records import Record, records
from logistics.official.tariff import OfficialRate, OfficialTariff, Reading, goods_code

_FIELDS = {
    "htsno": ("htsno", "HTS Number"),
    "general": ("general", "General Rate of Duty"),
    "special": ("special", "Special Rate of Duty"),
    "other": ("other", "Column 2 Rate of Duty"),
}
_RATED_DIGITS = 8
_NO_GOODS = ("98", "99")
_COLUMN_2 = frozenset({"BY", "CU", "KP", "RU"})
"""Countries whose goods bear the rates of column 2 (HTSUS general note 3(b))."""
_SPECIAL = re.compile(r"(?P<rate>[^()]+?) ?\((?P<programs>[^()]*)\)")
# Agreements by the sign of their programme (HTSUS general note 3(c)); one country's agreement is its ISO code. Programmes
# that depend on the exporter, the use or a yearly list (A, B, C, D, E, K, L, N, R) are left out.
_AGREEMENTS: Mapping[str, frozenset[str]] = {
    **{code: frozenset({code}) for code in ("AU", "BH", "CL", "CO", "IL", "JO", "JP", "KR", "MA", "OM")},
    **{code: frozenset({code}) for code in ("NP", "PA", "PE", "SG")},
    "P": frozenset({"CR", "DO", "GT", "HN", "NI", "SV"}),
    "S": frozenset({"CA", "MX"}),
}


def read_us_hts(lines: Iterable[str], reading: Reading) -> OfficialTariff:
    """General rates for all, column 2 for its countries, special rates of free trade agreements as preferences."""
    tariff = OfficialTariff()
    for record in records(lines, reading.name, _FIELDS):
        digits = goods_code(record["htsno"]) if record["htsno"] else ""
        if digits is None:
            message = f"a tariff number like 6109.10.00 expected, not “{record['htsno']}”"
            tariff.faults.append(Fault(record.at, record.column("htsno"), message))
        elif digits.startswith(_NO_GOODS):
            tariff.left_out["chapters 98 and 99"] += 1
        elif digits:
            _read_line(record, digits, reading, tariff)
    return tariff


def _read_line(record: Record, hs: str, reading: Reading, tariff: OfficialTariff) -> None:
    if not record["general"]:
        if len(record["htsno"].replace(".", "")) == _RATED_DIGITS:
            _add(tariff, record, reading, {"hs": hs, "field": "general", "text": ""})
        return
    _add(tariff, record, reading, {"hs": hs, "field": "general", "text": record["general"]})
    if record["other"]:
        fact = {"hs": hs, "field": "other", "text": record["other"], "origins": _COLUMN_2}
        _add(tariff, record, reading, fact)
    for text, origins in _specials(record["special"], tariff):
        rate = us_rate(text)
        if rate == UNKNOWN:
            tariff.left_out[f"special rate “{text}”"] += 1
        else:
            tariff.preferences.append(
                OfficialRate(at=record.at, hs=hs, rate=rate, origins=origins, since=reading.dated)
            )


def _add(tariff: OfficialTariff, record: Record, reading: Reading, fact: Mapping[str, Any]) -> None:
    rate = us_rate(fact["text"])
    if rate == UNKNOWN:
        message = f"{fact['hs']}: rate not understood: “{fact['text']}”"
        tariff.unread.append(Fault(record.at, record.column(fact["field"]), message))
    origins = fact.get("origins", frozenset())
    tariff.rates.append(
        OfficialRate(at=record.at, hs=fact["hs"], rate=rate, origins=origins, since=reading.dated)
    )


def _specials(text: str, tariff: OfficialTariff) -> Iterator[tuple[str, frozenset[str]]]:
    for found in _SPECIAL.finditer(" ".join(text.split())):
        signs = {sign.strip().rstrip("*+#") for sign in found["programs"].split(",")}
        known = frozenset().union(*(_AGREEMENTS.get(sign, frozenset()) for sign in signs))
        for sign in sorted(signs - set(_AGREEMENTS)):
            tariff.left_out[f"special programme {sign}"] += 1
        if known:
            yield found["rate"].strip(), known
