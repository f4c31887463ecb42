"""TARIC as the European Commission extracts it: the sheet “Duties Import”, saved as CSV.

The columns read are Goods code, Add code, Order No., Start date, End date, Duty, Origin code and Meas. type code; days are
written 01-07-2026. Goods that a preference leaves out for single countries stand in another sheet and are not read.
"""

from collections.abc import Iterable

from logistics.official.measures import Measure
from logistics.official.records import records
from logistics.official.tariff import OfficialTariff, Reading

_FIELDS = {
    "code": ("Goods code",),
    "additional": ("Add code",),
    "quota": ("Order No.",),
    "since": ("Start date",),
    "until": ("End date",),
    "duty": ("Duty",),
    "area": ("Origin code",),
    "type": ("Meas. type code",),
}


def read_eu_taric(lines: Iterable[str], reading: Reading) -> OfficialTariff:
    """Third-country duties, and preferences and customs unions as preferences."""
    tariff = OfficialTariff()
    for record in records(lines, reading.name, _FIELDS):
        Measure(record).read_into(tariff, reading)
    return tariff
