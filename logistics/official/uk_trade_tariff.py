"""The UK tariff as the Department for Business and Trade publishes it: measures on declarable commodities, CSV or JSON.

The columns read are commodity__code, measure__type__id, measure__additional_code__code, measure__duty_expression,
measure__effective_start_date, measure__effective_end_date, measure__geographical_area__id,
measure__excluded_geographical_areas__ids (parted by |) and measure__quota__order_number.
"""

from collections.abc import Iterable

from logistics.official.measures import Measure
from logistics.official.records import records
from logistics.official.tariff import OfficialTariff, Reading

_FIELDS = {
    "code": ("commodity__code",),
    "type": ("measure__type__id",),
    "additional": ("measure__additional_code__code",),
    "duty": ("measure__duty_expression",),
    "since": ("measure__effective_start_date",),
    "until": ("measure__effective_end_date",),
    "area": ("measure__geographical_area__id",),
    "excluded": ("measure__excluded_geographical_areas__ids",),
    "quota": ("measure__quota__order_number",),
}


def read_uk_trade_tariff(lines: Iterable[str], reading: Reading) -> OfficialTariff:
    """Third-country duties, and preferences and customs unions as preferences."""
    tariff = OfficialTariff()
    for record in records(lines, reading.name, _FIELDS):
        excluded = tuple(area.strip() for area in record["excluded"].split("|") if area.strip())
        Measure(record, excluded).read_into(tariff, reading)
    return tariff
