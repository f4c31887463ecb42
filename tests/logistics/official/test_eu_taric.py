"""TARIC as the Commission extracts it, saved as CSV."""

from datetime import date

from logistics.official.eu_taric import read_eu_taric
from logistics.official.groups import read_groups
from logistics.official.tariff import Reading

HEAD = (
    "Goods code;Add code;Order No.;Start date;End date;RED_IND;Origin;Measure type;Legal base;Duty;Origin code;"
    "Meas. type code\n"
)
ROWS = """\
6109100000;;;01-01-2000;;;ERGA OMNES;Third country duty;R2204/99;12.000 %;1011;103
6109100000;;;01-07-2011;;;Korea, Republic of;Tariff preference;D0265/11;0.000 %;KR;142
6109100000;;;01-01-1996;;;Turkey;Customs Union Duty;D0142/95;0.000 %;TR;106
6109100000;;;01-01-2024;31-12-2026;;GSP;Tariff preference;R0978/12;9.600 %;2020;142
0201100000 80;;;01-01-2020;;;ERGA OMNES;Third country duty;R1;12.800 % + 176.800 EUR DTN;1011;103
1704906100;;;01-01-2020;;;ERGA OMNES;Third country duty;R1;9.000 % + EA MAX 18.700 % + ADSZ;1011;103
0201100000;;094002;01-01-2020;;;USA;Preferential tariff quota;R1;20.000 %;US;143
8712003010;8900;;01-01-2020;;;China;Definitive anti-dumping duty;R1;48.500 %;CN;552
"""


def _read(**groups):
    reading = Reading(name="taric.csv", dated=date(2026, 11, 1), groups=groups)
    return read_eu_taric((HEAD + ROWS).splitlines(keepends=True), reading)


def test_third_country_duties_and_preferences_are_told_apart():
    tariff = _read()
    assert [(one.hs, one.rate, str(one.since)) for one in tariff.rates] == [
        ("610910", "12 %", "2000-01-01"),
        ("020110", "12.8 % + 176.8 EUR/100kg", "2020-01-01"),
        ("17049061", "unknown", "2020-01-01"),
    ]
    assert [(one.hs, one.rate, *one.origins) for one in tariff.preferences] == [
        ("610910", "free", "KR"),
        ("610910", "free", "TR"),
    ]
    assert [fault.at for fault in tariff.unread] == ["taric.csv:7"]
    assert tariff.left_out == {
        "measures for the country group 2020, whose members were not given": 1,
        "preferential quota": 1,
        "anti-dumping duty": 1,
    }


def test_a_group_whose_members_are_given_is_read_with_its_last_day():
    groups = read_groups(["group,member\n", "2020,IN\n", "2020,ID\n"], "groups.csv")
    last = _read(**groups).preferences[-1]
    assert (last.rate, last.origins, last.until) == ("9.6 %", {"IN", "ID"}, date(2026, 12, 31))
