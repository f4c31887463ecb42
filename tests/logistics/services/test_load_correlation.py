"""Loading a correlation of editions: all or nothing, idempotent, part of the tariff book and its version."""

import pytest
from django.core.management import call_command

from logistics.landed_cost.packs import BadPack
from logistics.models import HsCorrelation
from logistics.selectors.tariffs import tariff_book
from logistics.services.load_correlation import load_correlation

HEAD = "source_edition,source_code,target_edition,target_code,note,source\n"
ROWS = """\
HS2022,621410,HS2028,621411,of silk,example
HS2022,621410,HS2028,621412,of silk waste,example
"""
pytestmark = pytest.mark.django_db


def _file(folder, text):
    file = folder / "correlation.csv"
    file.write_text(text, encoding="utf-8")
    return file


def _counts(report):
    return (report.added, report.changed, report.removed, report.unchanged)


def test_the_shops_sample_is_in_the_book_until_another_is_loaded(tmp_path):
    assert tariff_book().correlation.codes("210690", "HS2022", "HS2028") == ("210690", "2107")
    load_correlation(_file(tmp_path, HEAD + ROWS))
    assert tariff_book().correlation.codes("210690", "HS2022", "HS2028") == ("210690",)
    assert tariff_book().correlation.codes("6214100010", "HS2022", "HS2028") == ("621411", "621412")


def test_a_correlation_changes_the_version_of_the_book_and_reading_it_again_does_not(tmp_path):
    before = tariff_book().version
    assert _counts(load_correlation(_file(tmp_path, HEAD + ROWS))) == (2, 0, 0, 0)
    after = tariff_book().version
    assert _counts(load_correlation(_file(tmp_path, HEAD + ROWS))) == (0, 0, 0, 2)
    assert before != after == tariff_book().version


def test_a_newer_file_replaces_the_pairs_of_its_editions_and_no_others(tmp_path):
    load_correlation(_file(tmp_path, HEAD + ROWS))
    load_correlation(_file(tmp_path, HEAD + "HS2017,851712,HS2022,851713,smartphones,example\n"))
    newer = ROWS.replace("621412", "621419").replace("of silk,", "silk,")
    assert _counts(load_correlation(_file(tmp_path, HEAD + newer))) == (1, 1, 1, 0)
    assert list(HsCorrelation.objects.values_list("source_code", "target_code", "note")) == [
        ("851712", "851713", "smartphones"),
        ("621410", "621411", "silk"),
        ("621410", "621419", "of silk waste"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a,b\n", "correlation.csv:1: note: the column is missing"),
        (HEAD, "correlation.csv:1: the file has no line"),
        (
            HEAD + ROWS.replace("621412", "62141"),
            "correlation.csv:3: target_code: six digits, or four where only the heading is known expected, not “62141”",
        ),
        (HEAD + ROWS + ROWS, "correlation.csv:4: target_code: this pair is here twice"),
        (HEAD + ROWS.replace("waste,example", "waste,"), "correlation.csv:3: source: say who says so"),
        (
            HEAD + ROWS.replace("HS2028", "HS2022"),
            "correlation.csv:2: target_edition: another edition than the source's expected",
        ),
    ],
)
def test_a_file_with_a_fault_is_refused_whole(tmp_path, text, fault):
    with pytest.raises(BadPack) as refusal:
        load_correlation(_file(tmp_path, text))
    assert fault in map(str, refusal.value.faults)
    assert not HsCorrelation.objects.exists()


def test_a_dry_run_says_what_would_change_and_changes_nothing(tmp_path, capsys):
    call_command("load_correlation", str(_file(tmp_path, HEAD + ROWS)), "--dry-run")
    assert capsys.readouterr().out == "2 added, 0 changed, 0 removed, 0 unchanged\n"
    assert not HsCorrelation.objects.exists()
