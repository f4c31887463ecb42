"""Official rates as rows of a table: one rate a day, six digits where the tariff has no more to say."""

from datetime import date

from logistics.official.rows import table_rows
from logistics.official.tariff import OfficialRate

SINCE = date(2026, 1, 1)


def _rate(hs, rate, *origins, since=SINCE, until=None, at="f.csv:1"):
    return OfficialRate(at=at, hs=hs, rate=rate, origins=frozenset(origins), since=since, until=until)


def _rows(*rates):
    unread = []
    rows = [(one.hs, one.rate, "".join(sorted(one.origins))) for one in table_rows(rates, unread)]
    return rows, [str(fault) for fault in unread]


def test_a_subheading_with_one_single_rate_is_said_with_six_digits():
    assert _rows(_rate("61099010", "32 %"), _rate("61099020", "32 %")) == ([("610990", "32 %", "")], [])


def test_national_codes_of_different_rates_stay_as_they_are():
    rates = (_rate("61103015", "17 %"), _rate("61103030", "32 %"))
    assert _rows(*rates)[0] == [("61103015", "17 %", ""), ("61103030", "32 %", "")]


def test_an_unknown_rate_is_never_said_of_a_whole_subheading():
    rates = (_rate("61103015", "unknown"), _rate("61103030", "unknown"))
    assert _rows(*rates)[0] == [("61103015", "unknown", ""), ("61103030", "unknown", "")]


def test_an_exception_to_a_heading_stays_with_its_own_code():
    rates = (_rate("6204", "12 %"), _rate("62046231", "free"))
    assert _rows(*rates)[0] == [("6204", "12 %", ""), ("62046231", "free", "")]


def test_beside_a_rate_for_all_every_origin_moves_up_or_none():
    same = (_rate("61099010", "32 %"), _rate("61099020", "32 %"), _rate("61099010", "90 %", "CU"))
    assert _rows(*same)[0] == [("610990", "32 %", ""), ("610990", "90 %", "CU")]
    mixed = (_rate("61099010", "16 %"), _rate("61099020", "32 %"), _rate("61099010", "90 %", "CU"))
    assert [hs for hs, _, _ in _rows(*mixed)[0]] == ["61099010", "61099010", "61099020"]


def test_the_same_rate_twice_is_one_row_and_two_rates_on_one_day_are_unknown():
    assert _rows(_rate("610910", "12 %"), _rate("610910", "12 %")) == ([("610910", "12 %", "")], [])
    rows, unread = _rows(_rate("610910", "12 %"), _rate("610910", "9 %", at="f.csv:2"))
    assert rows == [("610910", "unknown", "")]
    assert unread == ["f.csv:1: 610910: 12 % and 9 % (f.csv:2) on the same day"]


def test_days_between_two_rates_are_refused_and_not_free():
    rates = (
        _rate("080810", "7 %", until=date(2026, 3, 31)),
        _rate("080810", "9 %", since=date(2026, 8, 1)),
    )
    rows = table_rows(rates, [])
    assert [(row.rate, str(row.since), str(row.until)) for row in rows] == [
        ("7 %", "2026-01-01", "2026-03-31"),
        ("unknown", "2026-04-01", "2026-07-31"),
        ("9 %", "2026-08-01", "None"),
    ]
