"""The US tariff schedule as the USITC exports it."""

import json
from datetime import date

import pytest

from logistics.landed_cost.packs import BadPack
from logistics.official.tariff import Reading
from logistics.official.us_hts import read_us_hts

READING = Reading(name="hts.csv", dated=date(2026, 10, 1))
CSV = """\
"HTS Number","Indent","Description","Unit of Quantity","General Rate of Duty","Special Rate of Duty",\
"Column 2 Rate of Duty","Quota Quantity","Additional Duties"
"6109","0","T-shirts","","","","","",""
"6109.10.00","1","Of cotton","","16.5% 1/","Free (AU,BH,CL,CO,IL,JO,KR,MA,OM,P,PA,PE,S,SG) 2.5% (JP)","90%","",""
"6109.10.00.04","2","Men's","[""doz."",""kg""]","","","","",""
"","1","Of other textile materials:","","","","","",""
"9109.10.80","2","Other","[""No.""]","$1.03 each + 9.6%","Free (A*,D)","45%","",""
"9801.00.10","0","US goods returned","","Free","","Free","",""
"2106.90.99","2","Other","","The rate applicable to the article","","20%","",""
"""


def _rates(rates):
    return [(one.at, one.hs, one.rate, "".join(sorted(one.origins))) for one in rates]


def test_lines_of_eight_digits_bear_the_rates_that_ten_digits_inherit():
    tariff = read_us_hts(CSV.splitlines(keepends=True), READING)
    assert _rates(tariff.rates) == [
        ("hts.csv:3", "610910", "16.5 %", ""),
        ("hts.csv:3", "610910", "90 %", "BYCUKPRU"),
        ("hts.csv:6", "91091080", "1.03 USD/unit + 9.6 %", ""),
        ("hts.csv:6", "91091080", "45 %", "BYCUKPRU"),
        ("hts.csv:8", "21069099", "unknown", ""),
        ("hts.csv:8", "21069099", "20 %", "BYCUKPRU"),
    ]
    assert [str(fault) for fault in tariff.unread] == [
        "hts.csv:8: General Rate of Duty: 21069099: rate not understood: “The rate applicable to the article”"
    ]


def test_special_rates_of_agreements_are_preferences_of_their_countries():
    tariff = read_us_hts(CSV.splitlines(keepends=True), READING)
    free, japan = tariff.preferences
    assert (free.hs, free.rate, japan.rate, japan.origins) == ("610910", "free", "2.5 %", {"JP"})
    assert {"CA", "MX", "DO", "KR"} < free.origins
    assert "US" not in free.origins
    assert tariff.left_out == {"chapters 98 and 99": 1, "special programme A": 1, "special programme D": 1}


def test_json_and_csv_say_the_same():
    titles = {"HTS Number": "htsno", "General Rate of Duty": "general", "Special Rate of Duty": "special"}
    titles["Column 2 Rate of Duty"] = "other"
    rows = [
        {"htsno": "", "general": "", "special": None, "other": None, "footnotes": []},
        {"htsno": "6109.10.00", "general": "16.5% 1/", "special": "Free (KR)", "other": "90%"},
    ]
    tariff = read_us_hts([json.dumps(rows)], Reading(name="hts.json", dated=date(2026, 10, 1)))
    assert _rates(tariff.rates) == [
        ("hts.json:record 2", "610910", "16.5 %", ""),
        ("hts.json:record 2", "610910", "90 %", "BYCUKPRU"),
    ]
    assert _rates(tariff.preferences) == [("hts.json:record 2", "610910", "free", "KR")]


def test_a_line_of_eight_digits_without_a_rate_is_not_understood():
    text = CSV.splitlines(keepends=True)[0] + '"6109.90.10","1","x","","","","","",""\n'
    tariff = read_us_hts(text.splitlines(keepends=True), READING)
    assert _rates(tariff.rates) == [("hts.csv:2", "61099010", "unknown", "")]
    assert len(tariff.unread) == 1


def test_a_number_that_is_none_is_a_fault():
    text = CSV.replace("6109.10.00.04", "6109.1O")
    (fault,) = read_us_hts(text.splitlines(keepends=True), READING).faults
    assert str(fault) == "hts.csv:4: HTS Number: a tariff number like 6109.10.00 expected, not “6109.1O”"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a,b\n1,2\n", "hts.csv:1: htsno or HTS Number: the column is missing"),
        ("", "hts.csv:1: htsno or HTS Number: the column is missing"),
        ("[1, 2]", "hts.csv:1: a list of records expected"),
        ("[{]", "hts.csv:1: not JSON: "),
    ],
)
def test_another_file_is_refused(text, fault):
    with pytest.raises(BadPack) as refusal:
        read_us_hts(text.splitlines(keepends=True), READING)
    assert str(refusal.value.faults[0]).startswith(fault)
