"""The UK tariff as its department publishes it."""

import csv
import io
import json
from datetime import date

import pytest

from logistics.official.tariff import Reading
from logistics.official.uk_trade_tariff import read_uk_trade_tariff

COLUMNS = (
    "commodity__code",
    "measure__type__id",
    "measure__additional_code__code",
    "measure__duty_expression",
    "measure__effective_start_date",
    "measure__effective_end_date",
    "measure__geographical_area__id",
    "measure__excluded_geographical_areas__ids",
    "measure__quota__order_number",
)
READING = Reading(name="uk.csv", dated=date(2026, 11, 1), groups={"2005": frozenset({"BD", "KH", "MM"})})
TSHIRT = ["6109100010", "103", "", "12.00%", "2021-01-01", "", "1011", "", ""]


def _changed(**cells):
    """The T-shirt's measure with other cells, named by what follows commodity__ or measure__."""
    names = [column.split("__", 1)[1] for column in COLUMNS]
    return [cells.get(name, cell) for name, cell in zip(names, TSHIRT, strict=True)]


def _read(*rows):
    buffer = io.StringIO()
    csv.writer(buffer).writerows([["id", *COLUMNS], *([n, *row] for n, row in enumerate(rows))])
    return read_uk_trade_tariff(buffer.getvalue().splitlines(keepends=True), READING)


def _facts(rates):
    return [(one.hs, one.rate, "".join(sorted(one.origins)), str(one.since), one.until) for one in rates]


def test_a_third_country_duty_is_a_rate_for_all():
    tariff = _read(TSHIRT)
    assert _facts(tariff.rates) == [("6109100010", "12 %", "", "2021-01-01", None)]


def test_preferences_hold_for_the_countries_of_their_area_without_the_excluded():
    tariff = _read(
        _changed(type__id="142", duty_expression="0.00%", geographical_area__id="KR"),
        _changed(
            type__id="142",
            duty_expression="9.60%",
            geographical_area__id="2005",
            excluded_geographical_areas__ids="MM",
        ),
        _changed(type__id="142", duty_expression="0.00%", geographical_area__id="2020"),
        _changed(type__id="142", duty_expression="0.00% + EA", geographical_area__id="JP"),
    )
    assert [(one.rate, one.origins) for one in tariff.preferences] == [
        ("free", {"KR"}),
        ("9.6 %", {"BD", "KH"}),
    ]
    assert tariff.left_out == {
        "measures for the country group 2020, whose members were not given": 1,
        "preferences whose rate was not understood": 1,
    }
    assert tariff.rates == []


def test_a_duty_by_additional_code_is_not_understood():
    tariff = _read(_changed(additional_code__code="7005"))
    assert [one.rate for one in tariff.rates] == ["unknown"]
    assert str(tariff.unread[0]) == (
        "uk.csv:2: measure__duty_expression: 6109100010: rate not understood: “12.00%” (additional code 7005)"
    )


def test_other_measures_quotas_and_ended_ones_are_left_out_and_counted():
    tariff = _read(
        _changed(type__id="305", duty_expression="20.00%"),
        _changed(type__id="552"),
        _changed(quota__order_number="054000"),
        _changed(effective_end_date="2026-10-31"),
    )
    assert tariff.rates == []
    assert tariff.left_out == {
        "measures of type 305": 1,
        "anti-dumping duty": 1,
        "measures within a quota": 1,
        "measures that ended": 1,
    }


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            {"code": "61A9"},
            "uk.csv:2: commodity__code: a commodity code of ten digits expected, not “61A9”",
        ),
        (
            {"effective_start_date": "soon"},
            "uk.csv:2: measure__effective_start_date: a day like 2026-07-01 or 01-07-2026 expected, not “soon”",
        ),
        (
            {"effective_end_date": "2026-02-30"},
            "uk.csv:2: measure__effective_end_date: a day like 2026-07-01, or nothing, expected, not “2026-02-30”",
        ),
    ],
)
def test_a_cell_that_cannot_be_is_a_fault(cells, fault):
    assert [str(one) for one in _read(_changed(**cells)).faults] == [fault]


def test_json_says_the_same():
    rows = [dict(zip(COLUMNS, TSHIRT, strict=True)) | {"measure__effective_end_date": None}]
    tariff = read_uk_trade_tariff([json.dumps({"measures-on-declarable-commodities": rows})], READING)
    assert _facts(tariff.rates) == [("6109100010", "12 %", "", "2021-01-01", None)]
