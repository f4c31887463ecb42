"""Loading the nomenclature: all or nothing, idempotent, with faults by file, line and column."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalog.models import NomenclatureEntry
from catalog.nomenclature_files import BadNomenclature, shipped_lines
from catalog.selectors.nomenclature import described, known
from catalog.services.load_nomenclature import load_nomenclature

PUBLISHED = os.environ.get("HARMONIZED_SYSTEM_CSV", "")
HEAD = "section,hscode,description,parent,level\n"
ROWS = """\
XI,62,Apparel; not knitted,TOTAL,2
XI,6214,"Shawls, scarves",62,4
XI,621410,"Shawls, scarves; of silk",6214,6
TOTAL,TOTAL,Total of all commodities,TOTAL,5
"""
pytestmark = pytest.mark.django_db


def _file(folder, text):
    file = folder / "nomenclature.csv"
    file.write_text(text, encoding="utf-8")
    return file


def _counts(report):
    return (report.added, report.changed, report.removed, report.unchanged)


def test_an_edition_is_loaded_with_level_and_parent_and_without_the_total(tmp_path):
    assert _counts(load_nomenclature(_file(tmp_path, HEAD + ROWS))) == (3, 0, 0, 0)
    assert list(NomenclatureEntry.objects.values_list("edition", "code", "level", "parent")) == [
        ("HS2022", "62", 2, ""),
        ("HS2022", "6214", 4, "62"),
        ("HS2022", "621410", 6, "6214"),
    ]
    assert described("6214100000") == "Shawls, scarves; of silk"


def test_loading_again_changes_nothing_and_a_newer_file_changes_what_differs(tmp_path):
    load_nomenclature(_file(tmp_path, HEAD + ROWS))
    assert _counts(load_nomenclature(_file(tmp_path, HEAD + ROWS))) == (0, 0, 0, 3)
    newer = ROWS.replace("621410", "621490").replace("not knitted", "woven")
    assert _counts(load_nomenclature(_file(tmp_path, HEAD + newer))) == (1, 1, 1, 1)
    assert (known("621410"), known("621490")) == (False, True)


def test_another_edition_stands_beside_the_first(tmp_path):
    load_nomenclature(_file(tmp_path, HEAD + ROWS), edition="HS2028")
    assert (known("621410", "HS2028"), known("620520", "HS2028"), known("620520")) == (True, False, True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("code,description\n", "nomenclature.csv:1: hscode: the column is missing"),
        (HEAD, "nomenclature.csv:1: hscode: no code is here"),
        (
            HEAD + ROWS.replace("621410", "62141"),
            "nomenclature.csv:4: hscode: 2, 4 or 6 digits expected, not “62141”",
        ),
        (HEAD + ROWS + "XI,62,Again,TOTAL,2\n", "nomenclature.csv:6: hscode: 62 is here twice"),
        (
            HEAD + ROWS.replace("Apparel; not knitted", " "),
            "nomenclature.csv:2: description: 62 has no text",
        ),
        (
            HEAD + ROWS.replace("6214,6", "6215,6"),
            "nomenclature.csv:4: parent: 6214 expected in a line above, not “6215”",
        ),
    ],
)
def test_a_file_with_a_fault_is_refused_whole(tmp_path, text, fault):
    with pytest.raises(BadNomenclature) as refusal:
        load_nomenclature(_file(tmp_path, text))
    assert fault in refusal.value.faults
    assert not NomenclatureEntry.objects.exists()


def test_the_command_reports_counts_and_faults(tmp_path, capsys):
    call_command("load_nomenclature", str(_file(tmp_path, HEAD + ROWS)))
    assert capsys.readouterr().out == "3 added, 0 changed, 0 removed, 0 unchanged\n"
    with pytest.raises(CommandError, match=r"nomenclature\.csv:1: hscode: no code is here"):
        call_command("load_nomenclature", str(_file(tmp_path, HEAD)))


@pytest.mark.skipif(not PUBLISHED, reason="needs HARMONIZED_SYSTEM_CSV to name the published data set")
def test_the_published_data_set_has_the_codes_the_shop_ships():
    assert load_nomenclature(Path(PUBLISHED)).added == 96 + 1_228 + 5_612
    assert set(NomenclatureEntry.objects.values_list("code", flat=True)) == {
        line.code for line in shipped_lines()
    }
